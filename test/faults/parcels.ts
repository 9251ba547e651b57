/** Soon spent, and by nobody but who tries that: no other test sends a parcel. Its wait is long, so that it is spent on no second text. */
const parcels = { budgetParts: 40, receiptWaitSeconds: 90 }

/** What the stack under faults is deployed with beside its defaults. */
export const context = { 'heliograph.kinds.logistics': JSON.stringify(parcels) }
