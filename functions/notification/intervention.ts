import * as z from 'zod'

/** Who stepped in, and when they say they did. */
const SteppedIn = z.object({
  at: z.iso.datetime(),
  /** The account and the source of the event, e.g. "111122223333/shop.orders". */
  source: z.string(),
  /** Whoever gave the command, where one did: the ARN of an identity. */
  by: z.string().optional(),
})

/** That nobody wants a notification any more. `reason`: a code of the requester's own, e.g. "order-withdrawn". */
export const Cancelled = SteppedIn.extend({ reason: z.string().optional() })
export type Cancelled = Readonly<z.infer<typeof Cancelled>>

/** That the recipient acted, for example typed the code. */
export const Confirmed = SteppedIn
export type Confirmed = Readonly<z.infer<typeof Confirmed>>

/** What ends a notification from outside, before its time. */
export const Intervention = z.union([z.object({ cancelled: Cancelled }), z.object({ confirmed: Confirmed })])
export type Intervention = Readonly<z.infer<typeof Intervention>>
