/** The ends a notification can have; each is an end state of the workflow and a status event. */
export const outcomes = [
  'delivered',
  /** A carrier took it, and its kind waits for no receipt; one that comes later still raises it. */
  'accepted',
  'undeliverable',
  'expired',
  'rejected',
  'suppressed',
  'cancelled',
  'unknown',
] as const
export type Outcome = (typeof outcomes)[number]
