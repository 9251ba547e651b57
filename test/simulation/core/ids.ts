/** A notification's id by its number in the run, and back. */
export const idOf = (of: number): string => `shop-${of}`

/** @returns -1 for an id, or a text that begins with one, that is none of ours */
export const numberOf = (id: string): number => Number(/^shop-(\d+)/.exec(id)?.[1] ?? -1)
