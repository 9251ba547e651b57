import { fieldOf } from '../notification/field-of.ts'
import type { Problem } from '../notification/problem.ts'
import type { Slot } from './slot.ts'
import { judge } from './values/values.ts'

/**
 * Every parameter that is missing, blank, too long, of the wrong type or not declared, each named once.
 * @param slots the template's, by name
 * @param params the requester's, by slot name, as they came
 * @returns nothing when the parameters fit; only own properties count on either side
 */
export const judgeParameters = (slots: Readonly<Record<string, Slot>>, params: Readonly<Record<string, unknown>>): Problem[] => {
  const declared = Object.entries(slots).flatMap(([name, slot]): Problem[] => {
    const problem = Object.hasOwn(params, name) ? judge(slot, params[name]) : 'is missing'
    return problem === undefined ? [] : [{ field: fieldOf('params', name), problem }]
  })
  const undeclared = Object.keys(params)
    .filter((name) => !Object.hasOwn(slots, name))
    .map((name): Problem => ({ field: fieldOf('params', name), problem: 'is not declared by the template' }))
  return [...declared, ...undeclared]
}
