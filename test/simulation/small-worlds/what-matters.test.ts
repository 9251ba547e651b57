import { expect, it } from 'vitest'
import { deployedDefinition } from '../workflow/deployed-definition.ts'
import { exploreAll, nameOf, type SmallWorld } from './small-world.ts'

/** Small enough to be explored whole. In the second, `send` counts its text with the recipient, and takes it back where it is refused. */
const worlds: readonly SmallWorld[] = [
  { kind: 'payment', receipts: 1 },
  { kind: 'marketing', startedTwice: 1 },
  { kind: 'marketing', optOuts: 1 },
  { kind: 'marketing', isUnrequested: true, cancellations: 1 },
]

it.each(worlds.map((world) => [nameOf(world), world] as const))(
  'misses no end by taking for one the worlds that differ in nothing that matters: %s',
  async (_, world) => {
    const explored = (isReduced: boolean) => exploreAll(deployedDefinition(), world, { isReduced })
    const [reduced, whole] = [await explored(true), await explored(false)]
    expect(reduced.states).toBeLessThan(whole.states)
    expect([...reduced.ends].sort()).toEqual([...whole.ends].sort())
  },
  300_000,
)
