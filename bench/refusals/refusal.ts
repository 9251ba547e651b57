/** The work of turning something away, and a peer's work with the like of it. */
export interface Refusal {
  readonly name: string
  readonly work: () => unknown
  readonly peer: () => unknown
}

/** The moment at which all of it comes in. */
export const now = new Date('2026-11-22T12:00:00Z')

/** Stands for every way to the records. */
export const untouched = () => Promise.reject(new Error('a refusal touches no record'))
