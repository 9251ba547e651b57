import { compareStrings } from './compare.ts'
import type { Key } from './keys.ts'
import type { Item } from './value.ts'

/** What lies in the table. An item is never changed: a write lays another one in its place. */
export class Items {
  readonly #partitions = new Map<string, Map<string, Item>>()

  get({ PK, SK }: Key): Item | undefined {
    return this.#partitions.get(PK)?.get(SK)
  }

  put({ PK, SK }: Key, item: Item): void {
    const partition = this.#partitions.get(PK) ?? new Map<string, Item>()
    this.#partitions.set(PK, partition.set(SK, item))
  }

  delete({ PK, SK }: Key): void {
    const partition = this.#partitions.get(PK)
    partition?.delete(SK)
    if (partition?.size === 0) this.#partitions.delete(PK)
  }

  /** The items of a partition, in no order. */
  inPartition(PK: string): Item[] {
    return [...(this.#partitions.get(PK)?.values() ?? [])]
  }

  /** Every item, by key. */
  all(): Item[] {
    const partitions = [...this.#partitions].sort(([one], [other]) => compareStrings(one, other))
    return partitions.flatMap(([, partition]) =>
      [...partition].sort(([one], [other]) => compareStrings(one, other)).map(([, item]) => item),
    )
  }
}
