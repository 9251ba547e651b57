import { Violation } from './choice.ts'
import type { Rules } from './rules.ts'
import { storyOf } from './story-of.ts'
import { taken } from './taken.ts'
import { Ways } from './ways.ts'

export interface Explored {
  readonly states: number
  readonly steps: number
  /** How it can end: all worlds in which nothing is left to happen. */
  readonly ends: ReadonlySet<string>
  readonly violation?: { readonly what: string; readonly story: readonly string[] }
}

interface Visit<Any> {
  readonly world: Any
  readonly index: number
}

/** What is still to be visited, the nearest first, and what was: each world once. */
class Journey<Any> {
  readonly #ways = new Ways()
  readonly #known = new Set<string>()
  readonly #keyOf: (world: Any) => string
  #frontier: Visit<Any>[] = []
  #beyond: Visit<Any>[] = []

  constructor(keyOf: (world: Any) => string) {
    this.#keyOf = keyOf
  }

  get states(): number {
    return this.#known.size
  }

  add(world: Any, from: number, choice: number): void {
    const key = this.#keyOf(world)
    if (this.#known.has(key)) return
    this.#known.add(key)
    this.#beyond.push({ world, index: this.#ways.add(from, choice) })
  }

  next(): Visit<Any> | undefined {
    if (this.#frontier.length === 0) [this.#frontier, this.#beyond] = [this.#beyond.reverse(), []]
    return this.#frontier.pop()
  }

  wayTo(index: number): readonly number[] {
    return this.#ways.to(index)
  }
}

/** Takes every step from a world. @returns the choice that breaks an invariant, if one does */
const goOn = async <Any>(
  rules: Rules<Any>,
  journey: Journey<Any>,
  { world, index }: Visit<Any>,
  count: (steps: number) => void,
) => {
  const choices = await taken(() => rules.choicesOf(world))
  count(choices.length)
  for (const [choice, { next }] of choices.entries()) {
    try {
      const after = rules.tidied(await taken(next))
      rules.check(world, after)
      journey.add(after, index, choice)
    } catch (error) {
      if (error instanceof Violation) return { what: error.message, way: [...journey.wayTo(index), choice] }
      throw error
    }
  }
  const stuck = choices.length === 0 ? rules.stuckIn(world) : undefined
  return stuck === undefined ? undefined : { what: stuck, way: journey.wayTo(index) }
}

/** Visits every world that can come of a first one. The way to a violation is a shortest one. */
export const explore = async <Any>(
  rules: Rules<Any>,
  first: () => Any,
  onVisit?: (states: number) => void,
): Promise<Explored> => {
  const journey = new Journey(rules.keyOf)
  const ends = new Set<string>()
  let steps = 0
  journey.add(await taken(first), -1, -1)
  for (let visit = journey.next(); visit; visit = journey.next()) {
    const { world, index } = visit
    onVisit?.(index + 1)
    const found = await goOn(rules, journey, visit, (count) => {
      steps += count
      if (count === 0) ends.add(rules.endOf(world))
    })
    if (found) {
      const story = await storyOf(rules, first, found.way)
      return { states: journey.states, steps, ends, violation: { what: found.what, story } }
    }
  }
  return { states: journey.states, steps, ends }
}
