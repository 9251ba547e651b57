/** How each world was come to: from which one, and by which of its choices. Of a million worlds no more than this is kept. */
export class Ways {
  readonly #from: number[] = []
  readonly #choice: number[] = []

  /**
   * @param from -1 for the first world
   * @returns the world's own number
   */
  add(from: number, choice: number): number {
    this.#from.push(from)
    return this.#choice.push(choice) - 1
  }

  /** The choices that led there, in order. */
  to(index: number): readonly number[] {
    const way: number[] = []
    for (let at = index; (this.#from[at] ?? -1) >= 0; at = this.#from[at] ?? -1) way.unshift(this.#choice[at] ?? -1)
    return way
  }
}
