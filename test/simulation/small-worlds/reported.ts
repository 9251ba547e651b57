import type { Explored } from './explore.ts'

const count = (number: number) => number.toLocaleString('en')

/** What came of a small world: how much was visited, and the shortest way to what must not happen. */
export const reported = ({ states, steps, ends, violation }: Explored): string => {
  const visited = `${count(states)} states, ${count(steps)} steps, ${count(ends.size)} ends`
  if (violation === undefined) return visited
  return [`${visited}, until`, violation.what, ...violation.story.map((step, index) => `${index + 1}. ${step}`)].join('\n  ')
}
