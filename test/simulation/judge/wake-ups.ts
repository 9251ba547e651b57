import type { Fault, FaultName } from '../faults/fault.ts'
import type { Case } from './case.ts'
import { canBeTold } from './receipts.ts'

/** Faults of carriers, receipts and requests alone: with these, nothing of ours breaks. */
const harmless: ReadonlySet<FaultName> = new Set([
  'repeated',
  'conflicting',
  'malformed',
  'replayed',
  'delayed',
  'redelivered',
  'stream-repeat',
  ...(['refused', 'unreachable', 'throttles', 'server-error', 'times-out', 'unreadable', 'slow', 'lost', 'undelivered'] as const),
  ...(['told-early', 'told-late', 'told-often', 'told-both', 'told-backwards', 'false-delivered', 'forged', 'foreign'] as const),
  ...(['carrier-down', 'brown-out', 'flapping', 'storm', 'late-receipts'] as const),
])

const areHarmless = (faults: readonly Fault[]) => faults.every(({ fault }) => harmless.has(fault))

/** Nothing that ends a process or takes its time. */
const areSurvived = (faults: readonly Fault[]) =>
  faults.every(({ fault }) => harmless.has(fault) || fault === 'lost-reply' || fault === 'conflict')

/** F9: whoever arms and lives calls its carrier, also when the reply to the arming was lost. */
export const whatIsArmedIsSent = ({ record, calls, faults, spells }: Case): string[] =>
  areSurvived([...faults, ...spells])
    ? (record?.attempts ?? [])
        .filter(({ number, answer }) => answer?.type !== 'notSent' && !calls.some(({ attempt }) => attempt === number))
        .map(({ number }) => `attempt ${number} was armed and never sent`)
    : []

/** What a carrier's answer may take, and what follows it. */
const answerMs = 8_000
const slackMs = 5_000

/**
 * No wake-up is lost: where nothing of ours broke, a delivery ends the execution at once and not only at the deadline. One that is
 * holding cannot be woken: it ends when the hold does.
 */
export const nobodySleepsOn = (one: Case): string[] => {
  const { started, calls, faults, spells } = one
  const [first] = started
  const delivered = deliveriesOf(one).at(0)
  if (first?.endedAt === undefined || delivered === undefined || calls.some(({ sharesId }) => sharesId)) return []
  if (!areHarmless([...faults, ...spells]) || first.execution.path.includes('Hold until due')) return []
  const bound = Math.max(delivered.takenAt ?? 0, delivered.call.at + answerMs) + slackMs
  return first.endedAt > bound ? ['a delivery was told, and the execution waited on'] : []
}

const deliveriesOf = (one: Case) =>
  one.statements.filter(
    (statement) =>
      statement.told === 'delivered' && statement.genuine && statement.takenAt !== undefined && canBeTold(statement, one),
  )

/** From the moment that an attempt may be armed until its call: design §5 counts what comes between. */
const armingMs = 15_000

/** Once a delivery was told and taken, nobody is called any more. */
export const nothingFollowsADelivery = (one: Case): string[] =>
  deliveriesOf(one).flatMap(({ takenAt = 0 }) =>
    one.calls
      .filter(({ at }) => at > takenAt + armingMs)
      .map(({ attempt }) => `attempt ${attempt} was sent after a delivery was told`),
  )

const isFinal = (failureClass: string | undefined) => failureClass === 'recipient' || failureClass === 'request'

/** Since when a receipt's final failure is its attempt's: of two failures an attempt keeps the stronger one (§5, step 5). */
const finalSince = ({ facts, record }: Case): number[] =>
  facts
    .filter(
      ({ receipt, attempt }) =>
        isFinal(receipt.failure?.class) && record?.attempts[attempt - 1]?.failure?.class === receipt.failure?.class,
    )
    .map(({ receivedAt }) => receivedAt)

/** Design §5: where no other carrier can help, none is asked, once the answer or the receipt that says so is kept. */
export const nothingFollowsAFinalFailure = (one: Case): string[] => {
  const attempts = one.record?.attempts ?? []
  const answers = attempts.filter(({ answer }) => answer?.type === 'notSent' && isFinal(answer.failure.class))
  const receipts = areHarmless([...one.faults, ...one.spells]) ? finalSince(one) : []
  return attempts
    .filter(
      ({ number, armedAt }) =>
        answers.some((earlier) => earlier.number < number) || receipts.some((at) => Date.parse(armedAt) > at + armingMs),
    )
    .map(({ number }) => `attempt ${number} follows a failure that nobody can mend`)
}
