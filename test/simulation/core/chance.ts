/**
 * A number from 0 to 1 (exclusive) that depends on the seed and on what it is about, and on nothing else: so a choice stays what it
 * is when a fault or another notification is taken away. That makes shrinking and replay exact.
 */
export type Chance = (...about: readonly (string | number)[]) => number

/** FNV-1a over the characters, then the finaliser of MurmurHash3, so that near keys give far numbers. */
export const chanceOf =
  (seed: number): Chance =>
  (...about) => {
    const key = about.join('/')
    let hash = 0x811c9dc5 ^ seed
    for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
  }

/** The one of a list that a number from 0 to 1 stands for. */
export const pick = <Item>(items: readonly [Item, ...Item[]], roll: number): Item =>
  items[Math.floor(roll * items.length)] ?? items[0]

/** A whole number from `least` to `most`. */
export const between = (least: number, most: number, roll: number): number => least + Math.floor(roll * (most - least + 1))

/** The seed of one of many runs. */
export const seedOf = (base: number, run: number): number => Math.floor(chanceOf(base)('run', run) * 2 ** 31)
