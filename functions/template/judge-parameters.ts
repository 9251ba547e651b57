import { fieldOf } from '../notification/field-of.ts'
import type { Problem } from '../notification/problem.ts'
import type { Slot } from './slot.ts'
import { valuesOf } from './values/values.ts'

type Slots = Readonly<Record<string, Slot>>
type Params = Readonly<Record<string, unknown>>

/**
 * Every parameter that is missing, blank, too long, of the wrong type or not declared, each named once.
 * @param slots the template's, by name
 * @param params the requester's, by slot name, as they came
 * @returns nothing when the parameters fit; only own properties count on either side
 */
export const judgeParameters = (slots: Slots, params: Params): Problem[] => judgeOf(slots)(params)

/** The same, ready to judge many times: the slots are read once. */
export const judgeOf = (slots: Slots): ((params: Params) => Problem[]) => {
  const declared = Object.entries(slots).map(([name, slot]) => [name, valuesOf(slot)] as const)
  return (params) => {
    const problems: Problem[] = []
    for (const [name, { judge }] of declared) {
      const problem = Object.hasOwn(params, name) ? judge(params[name]) : 'is missing'
      if (problem !== undefined) problems.push({ field: fieldOf('params', name), problem })
    }
    for (const name of Object.keys(params))
      if (!Object.hasOwn(slots, name))
        problems.push({ field: fieldOf('params', name), problem: 'is not declared by the template' })
    return problems
  }
}
