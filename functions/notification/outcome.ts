/** The ends a notification can have; each is an end state of the workflow and a status event. */
export const outcomes = ['delivered', 'undeliverable', 'expired', 'rejected', 'suppressed', 'unknown'] as const
export type Outcome = (typeof outcomes)[number]
