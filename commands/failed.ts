/** What a user can do something about, in one sentence. Anything else is a fault and shows where it came from. */
export class Failed extends Error {}

/** The command itself is not written as it must be. */
export class Misused extends Failed {}
