import { choicesOf } from './choices.ts'
import type { Laws } from './laws.ts'
import { taken } from './taken.ts'
import { tidied } from './tidied.ts'
import type { World } from './world.ts'

/** Goes a way again from the first world, and tells of each step. */
export const storyOf = async (laws: Laws, first: () => World, way: readonly number[]): Promise<string[]> => {
  let world = await taken(first)
  const story: string[] = []
  for (const [index, choice] of way.entries()) {
    const { said, next } = (await taken(() => choicesOf(laws, world)))[choice] ?? {}
    if (said === undefined || next === undefined) throw new Error('the same way leads elsewhere: something is left to chance')
    story.push(said())
    if (index < way.length - 1) world = tidied(laws, await taken(next))
  }
  return story
}
