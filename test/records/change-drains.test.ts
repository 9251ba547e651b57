import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeDrains, type DrainRule } from '../../functions/record/drains/change-drains.ts'
import { listDrainChanges } from '../../functions/record/drains/list-drain-changes.ts'
import { readDrains } from '../../functions/record/drains/read-drains.ts'
import type { Table } from '../../functions/record/table.ts'
import type { Drain } from '../../functions/steering/drain.ts'
import { drain, type NotRestored, restore } from '../../functions/steering/drain-and-restore.ts'
import { aDrain, aDrainChange } from '../builders/a-drain.ts'
import { noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'
import { disturb, loseReply, watch } from './disturb.ts'

const table = aTable()
const partition = 'CARRIERS'
const transaction = 'TransactWriteItemsCommand'

beforeEach(async () => {
  const { client, name: TableName } = table()
  for (const SK of Object.keys(await itemsOf(table(), partition)))
    await client.send(new DeleteCommand({ TableName, Key: { PK: partition, SK } }))
})

const { version: _, ...said } = aDrainChange()
const draining =
  (overrides: Partial<Drain> = {}) =>
  (drains: readonly Drain[]) =>
    drain(drains, aDrain('twilio', overrides), noon)
const change = (rule: DrainRule<NotRestored>, records: Table = table()) => changeDrains(records)(rule, said)
const drains = () => readDrains(table())()
const changes = () => listDrainChanges(table())(20)

describe('what operators say of the carriers', () => {
  it('is nothing at first, and that is an answer', async () => {
    expect(await drains()).toEqual([])
    expect(await changes()).toEqual([])
  })

  it('is kept, and who said it beside it, in one transaction', async () => {
    const records = table()
    const commands = watch(records)
    expect(await change(draining(), records)).toEqual([aDrain('twilio')])
    expect(commands).toEqual(['GetItemCommand', transaction])
    expect(await drains()).toEqual([aDrain('twilio')])
    expect(await changes()).toEqual([aDrainChange()])
  })

  it('is not written where the rule refuses, and nothing is added to the audit', async () => {
    const records = table()
    const commands = watch(records)
    expect(await change(() => 'not-drained', records)).toBe('not-drained')
    expect(commands).toEqual(['GetItemCommand'])
    expect(await changes()).toEqual([])
  })

  it('is never erased by time', async () => {
    await change(draining())
    const items = Object.values(await itemsOf(table(), partition))
    expect(items).toHaveLength(2)
    for (const item of items) expect(item).not.toHaveProperty('ttl')
  })

  it('is listed from the last word on, no more than is asked for', async () => {
    for (const country of ['DE', 'FR', 'GB']) await change(draining({ country }))
    expect((await listDrainChanges(table())(2)).map(({ version }) => version)).toEqual([3, 2])
  })
})

describe('two operators at once', () => {
  it('take away nothing of each other: the second judges what the first has left', async () => {
    const records = table()
    disturb(records, transaction, { before: () => change(draining({ country: 'DE' })) })
    await change(draining({ carrier: 'sns' }), records)
    expect(await drains()).toEqual([aDrain('twilio', { country: 'DE' }), aDrain('sns')])
    expect(await changes()).toHaveLength(2)
  })

  it('and ten at once all leave their word', async () => {
    const countries = ['AT', 'BE', 'CH', 'DE', 'ES', 'FR', 'GB', 'IE', 'IT', 'US']
    await Promise.all(countries.map((country) => change(draining({ country }))))
    expect((await drains()).map(({ country }) => country).sort()).toEqual(countries)
    expect(await changes()).toHaveLength(10)
  })
})

it('a write whose reply was lost is known again: it is made once, and told as made', async () => {
  await change(draining())
  const records = table()
  loseReply(records, transaction)
  expect(await change((all) => restore(all, { carrier: 'twilio' }, noon), records)).toEqual([])
  expect(await changes()).toHaveLength(2)
})
