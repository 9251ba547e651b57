import { afterAll, expect, it } from 'vitest'
import { deployedDefinition } from '../workflow/deployed-definition.ts'
import { reported } from './reported.ts'
import { exploreAll, nameOf, type SmallWorld } from './small-world.ts'

const definition = deployedDefinition()

/** I1 to I4 and I7 of the design hold in every world that these can come to. Says how many that were. */
export const holdsIn = (worlds: readonly SmallWorld[]): void => {
  const lines: string[] = []
  afterAll(() => {
    process.stdout.write(`${lines.join('\n')}\n`)
  })

  it.each(worlds.map((world) => [nameOf(world), world] as const))(
    'no step breaks an invariant: %s',
    async (name, world) => {
      const explored = await exploreAll(definition, world)
      lines.push(`${name}: ${reported(explored)}`)
      expect(explored.violation && reported(explored)).toBeUndefined()
      expect(explored.ends.size).toBeGreaterThan(0)
    },
    300_000,
  )
}
