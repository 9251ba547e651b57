import * as z from 'zod'

/** Which calls of the functions are struck. */
const Aim = z.object({
  /** As in the call's signature: "dynamodb", "states", "events", "secretsmanager"; or a carrier: "sns", "twilio". */
  service: z.string().optional(),
  /** e.g. "UpdateItem", "Publish" */
  operation: z.string().optional(),
  /** Each must occur in the request's body, e.g. a notification's id. */
  holding: z.array(z.string()).default([]),
})

/** What happens to a struck call. `forwarded`: whether it reaches its other end all the same. */
const Does = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reset'), forwarded: z.boolean() }),
  /** Never an answer, until the caller leaves. */
  z.object({ kind: z.literal('hang'), forwarded: z.boolean() }),
  z.object({ kind: z.literal('delay'), requestMs: z.int().default(0), replyMs: z.int().default(0) }),
  /** The reply's body breaks off after so many bytes. */
  z.object({ kind: z.literal('cut'), afterBytes: z.int() }),
  z.object({
    kind: z.literal('answer'),
    forwarded: z.boolean().default(false),
    status: z.int(),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string(),
  }),
  /** Holds every call until there are so many different ones, then lets all go at once. */
  z.object({ kind: z.literal('gather'), calls: z.int() }),
  /** The function that calls dies where it stands: no catch, no finally. Linux only. */
  z.object({ kind: z.literal('kill'), forwarded: z.boolean() }),
])
export type Does = Readonly<z.infer<typeof Does>>

export const Fault = Aim.extend({
  does: Does,
  /** How many calls are struck; without it and `forMs`, all until it is lifted. */
  times: z.int().optional(),
  /** From the first struck call on. */
  forMs: z.int().optional(),
  /** Every how many of the calls that fit are struck, beginning with the first. */
  oneIn: z.int().default(1),
})
export type Fault = Readonly<z.infer<typeof Fault>>
export type FaultInput = z.input<typeof Fault>

/** One call of a function, as the proxy sees it. */
export interface FunctionCall {
  readonly service: string
  readonly operation: string
  readonly body: string
}

export const isAimedAt = ({ service, operation, holding }: Fault, call: FunctionCall) =>
  (service ?? call.service) === call.service &&
  (operation ?? call.operation) === call.operation &&
  holding.every((text) => call.body.includes(text))
