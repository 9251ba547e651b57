import type { Invoked, Place, Point, Reply, Told } from './place.ts'
import { runOn } from './run-on.ts'

/** What an invocation still knows of all that it was told. */
export type Memory = (invoked: Invoked, history: readonly Told[], point: Point) => string

const keyOf = (point: Point) => {
  if (point.type === 'returned') return `returned ${JSON.stringify(point.value)}`
  if (point.type === 'threw') return `threw ${point.error.name} ${point.error.message}`
  const command = 'command' in point ? `${point.command.constructor.name} ${JSON.stringify(point.command.input)}` : ''
  return point.type === 'carrier' ? `carrier ${point.carrier} ${JSON.stringify(point.message)}` : `${point.type} ${command}`
}

/** A step of which nobody knows yet what the handler does: it has to be run, and then the step can be taken again. */
export class NotRunYet extends Error {
  readonly run: () => Promise<void>

  constructor(run: () => Promise<void>) {
    super('a handler has to be run first')
    this.run = run
  }
}

/**
 * All that invocations ever were, as a tree. What a function does depends on nothing but what it is told, so what it did once
 * after some history it does in every world, and all worlds share its places.
 */
export class InvocationTree {
  readonly #places = new Map<string, Place>()
  readonly #memory: Memory
  #runs = 0

  constructor(memory: Memory) {
    this.#memory = memory
  }

  /** How often a handler really ran. */
  get runs(): number {
    return this.#runs
  }

  /** An invocation that has not begun. */
  root(invoked: Invoked): Place {
    return this.#place(invoked, [], { type: 'start' })
  }

  /**
   * Where it stands after one reply more.
   * @throws NotRunYet when nobody has come there before
   */
  after(place: Place, reply: Reply, seconds: number, isRepeated = false): Place {
    const key = `${seconds} ${isRepeated} ${reply.key}`
    const known = place.next.get(key)
    if (known) return known
    throw new NotRunYet(async () => {
      place.next.set(key, await this.#grown(place, reply, seconds, isRepeated))
    })
  }

  async #grown({ invoked, history, point: asked }: Place, reply: Reply, seconds: number, isRepeated: boolean): Promise<Place> {
    if (asked.type === 'returned' || asked.type === 'threw') throw new Error(`${invoked.name} is over`)
    const longer = [...history, { asked, reply, seconds, isRepeated }]
    this.#runs += 1
    return this.#place(invoked, longer, await runOn(invoked, longer))
  }

  #place(invoked: Invoked, history: readonly Told[], point: Point): Place {
    const pointKey = keyOf(point)
    const key = `${invoked.name}\n${JSON.stringify(invoked.payload)}\n${pointKey}\n${this.#memory(invoked, history, point)}`
    const known = this.#places.get(key)
    if (known) return known
    const place = { id: this.#places.size, invoked, history, point, pointKey, next: new Map() }
    this.#places.set(key, place)
    return place
  }
}
