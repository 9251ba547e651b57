import { eventHeap } from './event-heap.ts'

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
  const events = eventHeap()
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
