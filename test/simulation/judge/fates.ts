import { tellsOutcome } from '../../../functions/publish/status-event.ts'
import { fingerprint } from '../../../functions/request/fingerprint.ts'
import type { Asked } from '../core/ledger.ts'
import { type Fault, refusedPoisons } from '../faults/fault.ts'
import { hashing } from '../handlers/simulated-deployment.ts'
import { endlessly } from '../workflow/execution.ts'
import type { Case } from './case.ts'

/** The event that opened the notification. */
const isFirst = ({ request }: Asked, { record }: Case) =>
  request !== undefined && record !== undefined && fingerprint(request, hashing) === record.fingerprint

const rejectionsOf = ({ eventId }: Asked, { events }: Case) =>
  events.filter(({ detailType, detail }) => detailType === 'Notification Rejected' && detail.requestEventId === eventId)

const fatesOf = (asked: Asked, one: Case): string[] => [
  ...(isFirst(asked, one) ? ['opened'] : []),
  ...(rejectionsOf(asked, one).length > 0 ? ['rejected'] : []),
  ...(one.deadLetters.some(({ eventId }) => eventId === asked.eventId) ? ['dead'] : []),
]

/** I3: every request event opened its notification, or was rejected aloud, or lies in the dead-letter queue. */
export const noEventIsLost = (one: Case): string[] =>
  one.asked.flatMap((asked) => (fatesOf(asked, one).length === 0 ? [`the ${asked.content} event came to nothing`] : []))

/** Of two contents under one id, one opens and the other is rejected as a conflict. */
export const oneContentWins = (one: Case): string[] =>
  one.asked
    .filter((asked) => isFirst(asked, one))
    .flatMap((asked) =>
      rejectionsOf(asked, one).some(({ detail }) => detail.reason === 'idempotency-conflict')
        ? [`the ${asked.content} event opened the notification and was rejected as a conflict`]
        : [],
    )

/** Design §3: what is refused sends nothing. */
export const nothingRefusedIsSent = (one: Case): string[] =>
  one.calls.length > 0 && !one.asked.some((asked) => isFirst(asked, one))
    ? ['a text was sent that no accepted event asked for']
    : []

/** Of several, the first is what strikes. */
const isPoisoned = (faults: readonly Fault[]) => {
  const poison = faults.find((fault) => fault.fault === 'poison')
  return refusedPoisons.some((how) => how === poison?.how)
}

const isOtherContent = ({ content }: Asked) => content === 'other'

const wasCalledOff = ({ record }: Case) => record?.cancelled !== undefined || record?.confirmed !== undefined

/** F12: what no template takes sends nothing; and where nothing else goes wrong and nobody called it off, it is rejected. */
export const poisonIsRefused = (one: Case): string[] => {
  const { faults, spells, calls, asked, record } = one
  if (!isPoisoned(faults) || asked.some(isOtherContent)) return []
  const isAlone = [...faults, ...spells].every(({ fault }) => fault === 'poison') && !wasCalledOff(one)
  return [
    ...(calls.length > 0 ? ['a poisoned request was sent'] : []),
    ...(isAlone && record !== undefined && record.outcome !== 'rejected' ? [`a poisoned request is ${record.outcome}`] : []),
  ]
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** I3: what was opened has an outcome, whatever broke; at the latest once somebody has redriven what lay in a failure queue. */
export const everythingHasAnOutcome = ({ record, deadLetters }: Case): string[] =>
  record !== undefined && record.outcome === undefined && !deadLetters.some(({ redrive }) => redrive)
    ? ['it has no outcome, and lies in no dead-letter queue']
    : []

/** I8: once faults stop, every execution ends: an hour after the text's validity, or after the world's last spell. */
export const everythingEnds = ({ started, record, calmSince, faults }: Case): string[] =>
  started.flatMap(({ endedAt, at, execution: { end } }) => {
    if (endedAt === undefined) return ['an execution never ended']
    if (end?.error === endlessly) return ['an execution went round in a loop']
    const redriven = faults.some((fault) => fault.fault === 'stopped' && fault.redrivenAfter !== undefined)
    const validUntil = record?.plan ? Date.parse(record.plan.validUntil) : at + dayMs
    const bound = Math.max(validUntil, calmSince, at) + (redriven ? 3 : 1) * hourMs
    return endedAt > bound ? ['an execution ended more than an hour too late'] : []
  })

const isOutcome = ({ detailType, detail }: Case['events'][number]) =>
  tellsOutcome(detailType) && detailType !== 'Notification Delivered' && detail.requestEventId === undefined

/** Execution and record end alike; only a delivery may rise above what the execution ended with. */
const endedOtherwise = ({ started, record }: Case): string[] =>
  started.flatMap(({ execution: { end, state } }) => {
    const isOwn = end?.status === 'FAILED' && end.error !== 'fault'
    const isAgreed = record?.outcome === 'delivered' || end?.error === record?.outcome
    return isOwn && !isAgreed ? [`the execution ended in ${state}, and the outcome is ${record?.outcome}`] : []
  })

/** Design §6: an acceptance ends marketing alone, and only where a carrier did accept. */
export const onlyMarketingIsAccepted = ({ record, calls, kind }: Case): string[] =>
  record?.outcome === 'accepted' && !(kind === 'marketing' && calls.some(({ accepted }) => accepted))
    ? [`the outcome of ${kind} is accepted`]
    : []

/** I3: one outcome, and no other than a delivery after it. */
export const oneOutcome = (one: Case): string[] => {
  const told = new Set(one.events.filter(isOutcome).map(({ detailType }) => detailType))
  return [...(told.size > 1 ? [`it ended as ${[...told].join(' and as ')}`] : []), ...endedOtherwise(one)]
}
