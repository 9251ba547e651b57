import { defaultKinds } from '../../../functions/notification/kinds.ts'
import type { CarrierCall } from '../core/ledger.ts'
import type { Case } from './case.ts'

/** I1: at most one request per attempt, by the carriers' own lists. */
export const oneRequestPerAttempt = ({ calls }: Case): string[] =>
  [...Map.groupBy(calls, ({ attempt }) => attempt)].flatMap(([attempt, requests]) =>
    requests.length > 1 ? [`attempt ${attempt} was sent ${requests.length} times`] : [],
  )

/** Where a carrier gave two texts one id, what it says of one it says of both: nobody can tell whether such a text is open. */
const isOpenAt = ({ saidFailedAt, sharesId }: CarrierCall, at: number) =>
  !sharesId && (saidFailedAt === undefined || saidFailedAt > at)

/** I2: whenever a carrier is called, no more texts of which nobody has said that they failed than the kind allows, this one included. */
export const fewEnoughPossiblySent = ({ calls, kind }: Case): string[] =>
  calls.flatMap((call, index) => {
    const open = calls.slice(0, index).filter((earlier) => isOpenAt(earlier, call.at)).length + 1
    const { mostPossiblySent } = defaultKinds[kind]
    return open > mostPossiblySent
      ? [`with attempt ${call.attempt}, ${open} texts may arrive, and ${kind} allows ${mostPossiblySent}`]
      : []
  })

/** Design §6: the same text by every carrier, to the same number. */
export const oneText = ({ calls }: Case): string[] =>
  new Set(calls.map(({ message }) => `${message.to} ${message.text}`)).size > 1
    ? ['two attempts have different texts or numbers']
    : []

/** F38: by the clock of the function that calls, no text is sent when it is of no use any more. */
export const nothingExpired = ({ calls, record }: Case): string[] =>
  calls.flatMap(({ attempt, ownClock }) =>
    record?.plan && ownClock >= Date.parse(record.plan.validUntil)
      ? [`attempt ${attempt} was sent when its validity had passed`]
      : [],
  )

const isWaitedFor = (answer: string | undefined, kind: Case['kind']) => !(defaultKinds[kind].urgent && answer === 'unknown')

/** Fall back takes an attempt whose task began before it was armed for over five seconds early. */
const earlyMs = 6_000

/** Decision 9: while a text may still arrive, its wait is waited for; only a code's unknown answer is not. A wrong clock is no fault of ours. */
export const nothingIsResentEarly = ({ calls, record, kind, faults }: Case): string[] =>
  calls.flatMap((call, index) =>
    calls.slice(0, index).flatMap((earlier) => {
      const attempt = record?.attempts[earlier.attempt - 1]
      if (attempt === undefined || !isOpenAt(earlier, call.at) || faults.some(({ fault }) => fault === 'clock')) return []
      const isEarly = isWaitedFor(attempt.answer?.type, kind) && call.at < Date.parse(attempt.deadline) - earlyMs
      return isEarly ? [`attempt ${call.attempt} was sent while attempt ${earlier.attempt} was to be waited for`] : []
    }),
  )

/** Design §6: what no other carrier can help against is not tried again, and a carrier that was silent is not asked twice. */
export const noFutileAttempt = ({ calls, kind }: Case): string[] =>
  calls.flatMap((call, index) => {
    const earlier = calls.slice(0, index)
    const silent = earlier.some((one) => one.carrier === call.carrier && one.accepted && isOpenAt(one, call.at))
    return silent ? [`attempt ${call.attempt} of ${kind} goes to ${call.carrier} again, which may have sent the text`] : []
  })

/**
 * Whether a carrier said of a text that it failed, and it arrived all the same. Design §5 counts what comes of it: "Duplicates that
 * remain, counted and published as a metric: […] and a carrier that says undelivered first and delivered later."
 */
export const isContradicted = ({ saidFailedAt, arrivedAt }: CarrierCall) => saidFailedAt !== undefined && arrivedAt !== undefined

/**
 * Nobody gets a text twice of a kind that is never sent again on silence, but by a carrier that contradicts itself, or says the
 * failure of one text of another's too.
 */
export const onlyOnceIfInDoubt = ({ calls, kind }: Case): string[] => {
  const arrived = calls.filter(({ arrivedAt }) => arrivedAt !== undefined)
  return (kind === 'payment' || kind === 'marketing') &&
    arrived.length > 1 &&
    !arrived.some((call) => call.sharesId || isContradicted(call))
    ? [`${kind} was texted twice`]
    : []
}
