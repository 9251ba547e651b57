import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { recordConsent } from '../../functions/recipient/record-consent.ts'
import { restore } from '../../functions/recipient/restore.ts'
import { suppress } from '../../functions/recipient/suppress.ts'
import { changeRecipient, type RecipientRule } from '../../functions/record/recipient/change-recipient.ts'
import { listSuppressed } from '../../functions/record/recipient/list-suppressed.ts'
import { aConsent, aStatement } from '../builders/a-recipient.ts'
import { atNoon, noon } from '../builders/noon.ts'
import { aTable } from './a-table.ts'

const table = aTable()

const hashOf = (name: string) => createHash('sha256').update(name).digest('hex')
const change = (name: string, rule: RecipientRule) => changeRecipient(table())(hashOf(name), rule, noon)
const listed = async () => new Map((await Array.fromAsync(listSuppressed(table()))).map((one) => [one.recipientHash, one]))

describe('the list of the suppressed', () => {
  it('holds who is suppressed within any scope, and nobody who was restored or only consented', async () => {
    await change('ada', (one) => suppress(one, 'all', aStatement()))
    await change('bo', (one) => suppress(one, 'marketing', aStatement()))
    await change('cy', (one) => restore(suppress(one, 'all', aStatement()), 'all', aStatement({ at: atNoon(1) })))
    await change('di', (one) => recordConsent(one, aConsent()))
    const found = await listed()
    expect([...found.keys()].sort()).toEqual([hashOf('ada'), hashOf('bo')].sort())
    expect(found.get(hashOf('ada'))?.suppressions).toEqual({ all: { state: 'suppressed', ...aStatement() } })
  })

  it('loses whoever is restored', async () => {
    await change('ada', (one) => restore(one, 'all', aStatement({ at: atNoon(60) })))
    expect([...(await listed()).keys()]).toEqual([hashOf('bo')])
  })

  it('has all of many, wherever their hashes begin', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `many-${index}`)
    for (const name of names) await change(name, (one) => suppress(one, 'all', aStatement()))
    const found = await listed()
    for (const name of names) expect(found.has(hashOf(name))).toBe(true)
  })
})
