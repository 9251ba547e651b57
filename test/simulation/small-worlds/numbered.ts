/** Values by number: equal ones, by their key, have one. Numbers are quick to compare and short in a key. */
export class Numbered<Value> {
  readonly #numbers = new Map<string, number>()
  readonly #values: Value[] = []

  numberOf(key: string, value: Value): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.#values.length)
    return this.#values.push(value) - 1
  }

  of(number: number): Value {
    if (number >= this.#values.length) throw new Error(`nothing has the number ${number}`)
    return this.#values[number] as Value
  }
}
