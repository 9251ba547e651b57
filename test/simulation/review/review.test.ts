import { afterAll, expect, it } from 'vitest'
import { reported } from '../small-worlds/reported.ts'
import { deployedDefinition } from '../workflow/deployed-definition.ts'
import { exploreReview, nameOf, type SmallReview } from './small-review.ts'

const definition = deployedDefinition('review-template')

const [decisions, next] = [['approve', 'approve again', 'reject', 'approve their own'], 'approve the next version'] as const

const worlds: readonly SmallReview[] = [
  { from: 'nothing', acts: ['submit', 'submit the next version'], crashes: 1 },
  { from: 'nothing', acts: ['submit', 'submit again', 'approve'], lostReplies: 1 },
  { from: 'a version in review', acts: decisions },
  { from: 'a version in review', acts: ['approve', 'approve again'], crashes: 1, lostReplies: 1 },
  { from: 'a version in review', acts: ['approve'], crashes: 1, stops: 1, redrives: 1 },
  { from: 'a version in review', acts: ['reject'], lostReplies: 1, stops: 1, redrives: 1 },
  { from: 'a version in review', acts: ['approve', 'reject', 'retire'], crashes: 1 },
  { from: 'two versions in review', acts: ['approve', next, 'retire'] },
  { from: 'a version sent, the next in review', acts: ['retire', next, 'validate'], notifies: true },
  { from: 'a version sent, the next in review', acts: [next, 'validate', 'validate again'], notifies: true },
  { from: 'a version sent, the next in review', acts: ['retire', 'validate'], notifies: true, lostReplies: 1 },
]

const lines: string[] = []
afterAll(() => {
  process.stdout.write(`${lines.join('\n')}\n`)
})

it.each(worlds.map((world) => [nameOf(world), world] as const))(
  'a review decides once, and everybody is told what stands: %s',
  async (name, world) => {
    const explored = await exploreReview(definition, world)
    lines.push(`${name}: ${reported(explored)}`)
    expect(explored.violation && reported(explored)).toBeUndefined()
    expect(explored.ends.size).toBeGreaterThan(1)
  },
  300_000,
)

it('misses no end by taking for one the worlds that differ in nothing that matters', async () => {
  const world: SmallReview = { from: 'nothing', acts: ['submit', 'approve', 'reject'], lostReplies: 1 }
  const [reduced, whole] = [await exploreReview(definition, world), await exploreReview(definition, world, false)]
  expect(reduced.states).toBeLessThan(whole.states)
  expect([...reduced.ends].sort()).toEqual([...whole.ends].sort())
}, 300_000)
