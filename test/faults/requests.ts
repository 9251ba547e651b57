/** A carrier that says nothing more; whether the text arrives is another matter. */
export const silent = { receipts: [] }
export const lost = { receipts: [], arrives: false }
