/** What a user can do something about, in one sentence. Anything else is a fault and shows where it came from. */
export class Failed extends Error {}
