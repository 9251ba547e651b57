import { Violation } from './choice.ts'
import { choicesOf } from './choices.ts'
import { check } from './invariants.ts'
import type { Laws } from './laws.ts'
import { storyOf } from './story-of.ts'
import { taken } from './taken.ts'
import { tidied } from './tidied.ts'
import { Ways } from './ways.ts'
import { endOf, keyOf, type World } from './world.ts'

export interface Explored {
  readonly states: number
  readonly steps: number
  /** How it can end: all worlds in which nothing is left to happen. */
  readonly ends: ReadonlySet<string>
  readonly violation?: { readonly what: string; readonly story: readonly string[] }
}

interface Visit {
  readonly world: World
  readonly index: number
}

/** What is still to be visited, the nearest first, and what was: each world once. */
class Journey {
  readonly #ways = new Ways()
  readonly #known = new Set<string>()
  #frontier: Visit[] = []
  #beyond: Visit[] = []

  get states(): number {
    return this.#known.size
  }

  add(world: World, from: number, choice: number): void {
    const key = keyOf(world)
    if (this.#known.has(key)) return
    this.#known.add(key)
    this.#beyond.push({ world, index: this.#ways.add(from, choice) })
  }

  next(): Visit | undefined {
    if (this.#frontier.length === 0) [this.#frontier, this.#beyond] = [this.#beyond.reverse(), []]
    return this.#frontier.pop()
  }

  wayTo(index: number): readonly number[] {
    return this.#ways.to(index)
  }
}

/** Takes every step from a world. @returns the choice that breaks an invariant, if one does */
const goOn = async (laws: Laws, journey: Journey, { world, index }: Visit, count: (steps: number) => void) => {
  const choices = await taken(() => choicesOf(laws, world))
  count(choices.length)
  for (const [choice, { next }] of choices.entries()) {
    try {
      const after = tidied(laws, await taken(next))
      check(laws, world, after)
      journey.add(after, index, choice)
    } catch (error) {
      if (error instanceof Violation) return { what: error.message, way: [...journey.wayTo(index), choice] }
      throw error
    }
  }
  if (choices.length === 0 && !world.execution.end) return { what: 'I3: nothing happens any more', way: journey.wayTo(index) }
  return undefined
}

/** Visits every world that can come of a first one. The way to a violation is a shortest one. */
export const explore = async (laws: Laws, first: () => World, onVisit?: (states: number) => void): Promise<Explored> => {
  const journey = new Journey()
  const ends = new Set<string>()
  let steps = 0
  journey.add(await taken(first), -1, -1)
  for (let visit = journey.next(); visit; visit = journey.next()) {
    const { world, index } = visit
    onVisit?.(index + 1)
    const found = await goOn(laws, journey, visit, (count) => {
      steps += count
      if (count === 0) ends.add(endOf(world, laws.tables.itemsOf(world.table)))
    })
    if (found) {
      const story = await storyOf(laws, first, found.way)
      return { states: journey.states, steps, ends, violation: { what: found.what, story } }
    }
  }
  return { states: journey.states, steps, ends }
}
