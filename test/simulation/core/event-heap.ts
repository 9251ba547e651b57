/** What happens, and when. */
export interface Event {
  readonly time: number
  readonly sequence: number
  /** May answer 'nothing', which spares the wait for promises: nobody was told anything. */
  readonly happen: () => unknown
}

const isBefore = (a: Event, b: Event) => a.time < b.time || (a.time === b.time && a.sequence < b.sequence)

/** A binary heap: the first of all events is always at its root. */
export const eventHeap = () => {
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
