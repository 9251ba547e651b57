import type { Answer } from '../../functions/notification/attempt.ts'
import type { Failure } from '../../functions/notification/failure.ts'
import { notSent, unknown } from '../builders/an-answer.ts'

/** What a receipt says: delivered, sent, or the class of the failure. */
export type Told = 'delivered' | 'sent' | Failure['class']

/** What becomes of one request to a carrier; all seconds count from the request. */
export interface Fate {
  /** What the carrier says to it, accepted if nothing else; it throws where the function dies before it has read it. */
  readonly answer?: () => Answer
  /** Seconds that the carrier thinks. */
  readonly answersAfter?: number
  readonly receipts?: Readonly<Record<number, Told>>
}

/** What a function throws when its process dies, as Step Functions calls it. */
export const crash = (): never => {
  throw Object.assign(new Error('the process ended'), { name: 'Runtime.ExitError' })
}

/** What Step Functions sees where Lambda does not tell what became of an invocation. */
export const lambdaFails = (): never => {
  throw Object.assign(new Error('nobody knows'), { name: 'Lambda.Unknown' })
}

/** Accepted, and never heard of again. */
export const silent: Fate = {}

/** Accepted, and told after so many seconds. */
export const told = (what: Told, after = 3): Fate => ({ receipts: { [after]: what } })

export const refused = (failureClass: Failure['class']): Fate => ({ answer: () => notSent(failureClass, failureClass) })

/** Throttled by the answer. */
export const throttled = (retryAfterSeconds?: number): Fate => ({
  answer: () => ({
    type: 'notSent',
    failure: { class: 'throttled', reason: 'too-many-requests' },
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  }),
})

/** Nobody knows whether the carrier has the text. */
export const unclear: Fate = { answer: () => unknown('http-500') }
