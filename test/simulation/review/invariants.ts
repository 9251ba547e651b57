import { isSamePerson } from '../../../functions/template/review/is-same-person.ts'
import type { Review } from '../../../functions/template/review/review.ts'
import { Violation } from '../small-worlds/choice.ts'
import type { Laws } from './laws.ts'
import { ofRequests } from './requests.ts'
import { restOf } from './rest.ts'
import { type Read, readTable, type Stored } from './versions.ts'
import type { World } from './world.ts'

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const changeOf = (number: number, before: Stored, after: Stored | undefined): string | undefined => {
  if (after === undefined) return `version ${number} is gone`
  if (!isSame(before.version, after.version)) return `the content of version ${number} changes`
  const kept = ['submittedBy', 'submittedAt', 'textHash', 'decision', 'retirement'] as const
  const changed = kept.find((field) => before.review[field] !== undefined && !isSame(before.review[field], after.review[field]))
  return changed && `the ${changed} of version ${number} changes`
}

/** The state that a version's decision and retirement mean. */
const stateOf = ({ decision, retirement, state }: Review) => {
  if (retirement) return 'retired'
  return decision?.verdict ?? (state === 'draft' ? 'draft' : 'in review')
}

const ofVersion = (number: number, { review }: Stored, { sent }: Read): string | undefined => {
  const { state, decision, submittedBy } = review
  if (decision?.by !== undefined && isSamePerson(decision.by, submittedBy)) return `version ${number} is decided by its author`
  if (state !== stateOf(review)) return `version ${number} is ${state}, which its decision does not say`
  if (decision?.verdict === 'approved' && (sent?.number ?? 0) < number) return `version ${number} is approved and not sent`
  return undefined
}

const ofSent = ({ versions, sent }: Read, before: Read): string | undefined => {
  if (sent === undefined) return before.sent && 'what is sent is gone'
  const { number, isRetired } = sent
  const state = versions.get(number)?.review.state
  if (state !== (isRetired ? 'retired' : 'approved'))
    return `version ${number} is sent, retired: ${isRetired}, and it is ${state}`
  if (number < (before.sent?.number ?? 0)) return `version ${number} is sent after ${before.sent?.number}`
  return undefined
}

const ofTable = (before: Read, after: Read): string | undefined => {
  for (const [number, version] of before.versions) {
    const wrong = changeOf(number, version, after.versions.get(number))
    if (wrong !== undefined) return wrong
  }
  for (const [number, version] of after.versions) {
    const wrong = ofVersion(number, version, after)
    if (wrong !== undefined) return wrong
  }
  return ofSent(after, before)
}

/** Each state is told once: a change that is told again, or otherwise, under the same id is none that a consumer could drop. */
const ofEvents = ({ bus }: Laws, { told }: World): string | undefined => {
  const ids = told.map((number) => bus.of(number).eventId)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  return twice && `${twice} is told by two changes`
}

/** Checks one step, and the world that it leads to. */
export const check = (laws: Laws, before: World, after: World): void => {
  const { tables } = laws
  const wrong =
    (before.table === after.table ? undefined : ofTable(readTable(tables, before.table), readTable(tables, after.table))) ??
    ofRequests(laws, before, after) ??
    (before.told === after.told ? undefined : ofEvents(laws, after)) ??
    restOf(laws, after)
  if (wrong !== undefined) throw new Violation(wrong)
}
