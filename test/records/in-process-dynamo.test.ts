import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aRealTable, comparedWithEmulator } from './a-real-table.ts'
import { anyCommand } from './any-command.ts'
import { bothTables } from './both-tables.ts'
import { leniences, type Odd, refusals } from './odd-commands.ts'

const table = aRealTable()
const fresh = () => bothTables(table.client(), table.name)

const askBoth = async ({ first = [], command }: Odd) => {
  const both = await fresh()
  for (const Item of first) await both.answers({ of: 'Put', input: { Item } })
  return { ...(await both.answers(command)), contents: await both.contents() }
}

describe('the in-process DynamoDB', () => {
  it('answers, refuses and keeps what a real one does, whatever it is asked', { timeout: 300_000 }, async () => {
    const commands = fc.array(anyCommand(!comparedWithEmulator), { minLength: 1, maxLength: 40, size: 'max' })
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const both = await fresh()
        for (const command of sequence) {
          const { real, simulated } = await both.answers(command)
          expect(simulated, JSON.stringify(command)).toEqual(real)
        }
        for (const { real, simulated } of await both.contents()) expect(simulated).toEqual(real)
      }),
      { numRuns: 150 },
    )
  })

  it.each(refusals)('refuses %s as a real one does', async (_, odd) => {
    const { real, simulated, contents } = await askBoth(odd)
    expect(simulated).toMatchObject({ thrown: odd.thrown ?? 'ValidationException' })
    expect(real).toEqual(simulated)
    for (const both of contents) expect(both.simulated).toEqual(both.real)
  })

  it.each(leniences)('judges %s as DynamoDB does, which the emulator does not', async (_, odd) => {
    const { real, simulated } = await askBoth(odd)
    expect(simulated).toMatchObject({ thrown: odd.thrown ?? 'ValidationException' })
    if (comparedWithEmulator) expect(real).not.toEqual(simulated)
    else expect(real).toEqual(simulated)
  })

  it('makes a transaction once for a token, and refuses another by the same', async () => {
    const both = await fresh()
    const writing = (status: string) => ({
      of: 'TransactWrite' as const,
      input: {
        ClientRequestToken: `token-of-${table.name.slice(-20)}`,
        TransactItems: [{ Put: { Item: { PK: 'N#1', SK: 'PERSON', status } } }],
      },
    })
    await both.answers(writing('first'))
    await both.answers({ of: 'Delete', input: { Key: { PK: 'N#1', SK: 'PERSON' } } })
    expect(await both.answers(writing('first'))).toEqual({ real: {}, simulated: {} })
    const other = await both.answers(writing('other'))
    expect(other.simulated).toMatchObject({ thrown: 'IdempotentParameterMismatchException' })
    expect(other.simulated).toEqual(other.real)
    for (const { real, simulated } of await both.contents()) expect(simulated).toEqual(real)
  })

  it('ends a page at a megabyte or so, and begins the next where it ended', async () => {
    const both = await fresh()
    const keys = ['NOTIFICATION', 'PERSON', 'V#0001', 'V#0010'].map((SK) => ({ PK: 'N#1', SK }))
    for (const key of keys) await both.answers({ of: 'Put', input: { Item: { ...key, text: 'x'.repeat(380_000) } } })
    const [whole] = await both.contents()
    for (const side of ['real', 'simulated'] as const) {
      const pages = await both.pages('N#1', side)
      expect(pages.length, side).toBeGreaterThan(1)
      expect(pages.flat(), side).toEqual(keys.map((key) => expect.objectContaining(key)))
    }
    expect(whole?.simulated).toHaveProperty('LastEvaluatedKey')
    expect(whole?.real).toHaveProperty('LastEvaluatedKey')
  })
})
