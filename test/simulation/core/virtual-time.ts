/** What happens, and when. */
interface Event {
  readonly time: number
  readonly sequence: number
  /** May answer 'nothing', which spares the wait for promises: nobody was told anything. */
  readonly happen: () => unknown
}

const isBefore = (a: Event, b: Event) => a.time < b.time || (a.time === b.time && a.sequence < b.sequence)

/** A binary heap: the first of all events is always at its root. */
const heap = () => {
  const events: Event[] = []
  const swap = (a: number, b: number) => {
    const [first, second] = [events[a], events[b]]
    if (first && second) [events[a], events[b]] = [second, first]
  }
  const before = (a: number, b: number) => {
    const [first, second] = [events[a], events[b]]
    return first !== undefined && second !== undefined && isBefore(first, second)
  }
  const rise = (index: number): void => {
    const parent = (index - 1) >> 1
    if (index === 0 || !before(index, parent)) return
    swap(index, parent)
    rise(parent)
  }
  const sink = (index: number): void => {
    const [left, right] = [2 * index + 1, 2 * index + 2]
    const least = before(right, left) ? right : left
    if (!before(least, index)) return
    swap(index, least)
    sink(least)
  }
  const push = (event: Event) => {
    events.push(event)
    rise(events.length - 1)
  }
  const shift = (): Event | undefined => {
    swap(0, events.length - 1)
    const first = events.pop()
    sink(0)
    return first
  }
  return { push, shift }
}

/** Time that passes only from one event to the next. All in milliseconds since 1970. */
export interface VirtualTime {
  readonly now: () => number
  /** @param ms from now */
  readonly after: (ms: number, happen: () => unknown) => void
  readonly sleep: (ms: number) => Promise<void>
  /** Does all that there is to do, in the order of (time, sequence), until nothing is left. */
  readonly run: () => Promise<void>
}

/** Lets every promise settle that waits for no later event. Nothing here waits for the real world, so this is all. */
const untilNothingHappens = () => new Promise<void>((resolve) => setImmediate(resolve))

export const virtualTime = (start: number): VirtualTime => {
  const events = heap()
  let now = start
  let sequence = 0
  const after = (ms: number, happen: () => unknown) => events.push({ time: now + Math.max(0, ms), sequence: ++sequence, happen })
  const run = async () => {
    await untilNothingHappens()
    for (let event = events.shift(); event; event = events.shift()) {
      now = event.time
      if (event.happen() !== 'nothing') await untilNothingHappens()
    }
  }
  return { now: () => now, after, sleep: (ms) => new Promise((resolve) => after(ms, resolve)), run }
}
