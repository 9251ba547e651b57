import type { Rules } from './rules.ts'
import { taken } from './taken.ts'

/** Goes a way again from the first world, and tells of each step. */
export const storyOf = async <Any>(rules: Rules<Any>, first: () => Any, way: readonly number[]): Promise<string[]> => {
  let world: Any = await taken(first)
  const story: string[] = []
  for (const [index, choice] of way.entries()) {
    const { said, next } = (await taken(() => rules.choicesOf(world)))[choice] ?? {}
    if (said === undefined || next === undefined) throw new Error('the same way leads elsewhere: something is left to chance')
    story.push(said())
    if (index < way.length - 1) world = rules.tidied(await taken(next))
  }
  return story
}
