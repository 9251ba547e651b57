import * as z from 'zod'
import { carrierNames } from '../../../functions/notification/carrier-name.ts'
import { failureClasses } from '../../../functions/notification/failure.ts'

/** The functions, by the folder of their code. */
export const steps = ['request', 'validate', 'send', 'fall-back', 'close', 'receipt', 'publish', 'permit', 'intervene'] as const
export type StepName = (typeof steps)[number]

export const services = ['records', 'workflows', 'bus'] as const
export type ServiceName = (typeof services)[number]

export const malformations = ['no-json', 'too-large', 'no-number', 'unknown-field', 'no-time'] as const
/** What no slot of any type takes, and no name of a slot: such a request is refused, whatever its template. */
export const refusedPoisons = [
  ...(['missing', 'too-long', 'huge', 'half-pair', 'bidi', 'list', 'object', 'number'] as const),
  ...(['braces', 'prototype', 'inherited', 'landline', 'unknown-template', 'foreign-country'] as const),
] as const
export const poisons = ['emoji', ...refusedPoisons] as const

const told = z.enum(['delivered', 'sent', ...failureClasses])
const seconds = z.number()
const count = z.int().positive()

/** The number of the notification in its run. */
const of = z.int().nonnegative()
const invocation = { of, step: z.enum(steps), invocation: count }
/** The n-th call to any service, carrier included, of one invocation, for this notification. */
const call = { ...invocation, call: count }
/** The n-th request of this notification to a carrier. */
const message = { of, carrier: z.enum(carrierNames), request: count }
/** Since the run's start. */
const spell = { from: seconds, seconds }

const faulty = <Name extends string, Shape extends z.core.$ZodLooseShape>(fault: Name, shape: Shape) =>
  z.strictObject({ fault: z.literal(fault), ...shape })

/** One thing that goes wrong, aimed at a place; what each means stands in the catalogue. */
export const Fault = z.discriminatedUnion('fault', [
  faulty('crash', { ...call, when: z.enum(['before', 'after']) }),
  faulty('lost-request', { ...call, tries: count }),
  faulty('lost-reply', { ...call, tries: count }),
  faulty('throttled', { ...call, seconds }),
  faulty('conflict', call),
  faulty('freeze', { ...call, seconds }),
  faulty('busy', { ...invocation, times: count }),
  faulty('answer-lost', invocation),
  faulty('starts-late', { ...invocation, seconds }),
  faulty('starts-twice', { ...invocation, seconds }),
  faulty('clock', { of, step: z.enum(steps), seconds }),
  faulty('partial-put', { of, put: count }),

  faulty('repeated', { of, seconds }),
  faulty('conflicting', { of, seconds }),
  faulty('malformed', { of, how: z.enum(malformations) }),
  faulty('replayed', { of, days: count }),
  faulty('delayed', { of, seconds }),
  faulty('target-fails', { of, hours: z.number() }),
  faulty('redelivered', { of, seconds }),
  faulty('expires', { of, seconds }),
  faulty('poison', { of, how: z.enum(poisons) }),
  faulty('stopped', { of, seconds, redrivenAfter: seconds.optional() }),
  faulty('stream-repeat', { of, change: count }),

  faulty('refused', { ...message, class: z.enum(failureClasses) }),
  faulty('unreachable', message),
  faulty('throttles', { ...message, retryAfter: seconds.optional() }),
  faulty('server-error', { ...message, accepted: z.boolean() }),
  faulty('times-out', { ...message, accepted: z.boolean() }),
  faulty('unreadable', message),
  faulty('id-seen-before', message),
  faulty('slow', { ...message, seconds }),
  faulty('lost', message),
  faulty('undelivered', { ...message, class: z.enum(failureClasses) }),
  faulty('never-told', message),
  faulty('told-early', message),
  faulty('told-late', { ...message, seconds }),
  faulty('told-often', { ...message, times: count }),
  faulty('told-both', { ...message, first: told, last: told, seconds }),
  faulty('only-sent', message),
  faulty('told-backwards', message),
  faulty('false-delivered', message),
  faulty('forged', { ...message, says: told }),
  faulty('foreign', message),
  faulty('old-callback', message),

  faulty('away', { ...spell, service: z.enum(services), how: z.enum(['refused', 'silent', 'throttled']) }),
  faulty('carrier-down', { ...spell, carriers: z.array(z.enum(carrierNames)) }),
  faulty('brown-out', { ...spell, carrier: z.enum(carrierNames), share: z.number() }),
  faulty('flapping', { ...spell, carrier: z.enum(carrierNames) }),
  faulty('storm', { ...spell, carrier: z.enum(carrierNames), share: z.number() }),
  faulty('late-receipts', { ...spell, carrier: z.enum(carrierNames), late: seconds }),
])
export type Fault = Readonly<z.infer<typeof Fault>>
export type FaultName = Fault['fault']
export type FaultOf<Name extends FaultName> = Extract<Fault, { readonly fault: Name }>

/** Everything that a run is made of: the same run always goes the same way. */
export const Run = z.strictObject({
  seed: z.int(),
  /** By their numbers; a notification is the same whoever else is in the run. */
  notifications: z.array(of),
  faults: z.array(Fault),
})
export type Run = Readonly<z.infer<typeof Run>>
