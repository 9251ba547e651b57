/** What a user can do something about, in one sentence or several lines of them. Anything else is a fault and shows where it came from. */
export class Failed extends Error {
  /** For a program, where the review gave one. */
  readonly code: string | undefined

  constructor(sentences: string, code?: string) {
    super(sentences)
    this.code = code
  }
}

/** The command itself is not written as it must be. */
export class Misused extends Failed {}
