import { randomUUID } from 'node:crypto'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { stranger } from '../../functions/recipient/recipient.ts'
import { recordConsent } from '../../functions/recipient/record-consent.ts'
import { restore } from '../../functions/recipient/restore.ts'
import { suppress } from '../../functions/recipient/suppress.ts'
import { recipientKey } from '../../functions/record/keys.ts'
import { changeRecipient, type RecipientRule } from '../../functions/record/recipient/change-recipient.ts'
import { listChanges } from '../../functions/record/recipient/list-changes.ts'
import { readRecipient } from '../../functions/record/recipient/read-recipient.ts'
import type { Table } from '../../functions/record/table.ts'
import { aConsent, aStatement } from '../builders/a-recipient.ts'
import { aTableInProcess } from '../builders/a-table-in-process.ts'
import { afterNoon, atNoon, noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'
import { disturb, loseReply, watch } from './disturb.ts'

const table = aTable()
const transaction = 'TransactWriteItemsCommand'

/** Somebody nobody has heard of yet. */
const anyHash = () => randomUUID().replaceAll('-', '')

const stopping =
  (seconds = 0): RecipientRule =>
  (recipient) =>
    suppress(recipient, 'all', aStatement({ at: atNoon(seconds) }))
const starting =
  (seconds = 0): RecipientRule =>
  (recipient) =>
    restore(recipient, 'all', aStatement({ at: atNoon(seconds) }))

const change = (hash: string, rule: RecipientRule, records: Table = table()) => changeRecipient(records)(hash, rule, noon)
const changes = (hash: string) => Array.fromAsync(listChanges(table(), hash))
const now = async (hash: string) => (await readRecipient(table())([hash]))[0]

/** What arming writes beside what somebody said. */
const armed = (hash: string) =>
  table().client.send(
    new UpdateCommand({
      TableName: table().name,
      Key: recipientKey(hash),
      UpdateExpression:
        'SET #version = if_not_exists(#version, :none) + :one, #mark = :mark, #frequency = :frequency, #ttl = :ttl',
      ExpressionAttributeNames: { '#version': 'version', '#mark': 'mark', '#frequency': 'frequency', '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':none': 0,
        ':one': 1,
        ':mark': 'of-arming',
        ':frequency': { verification: [{ id: 'a', at: atNoon() }] },
        ':ttl': 1_900_000_000,
      },
    }),
  )

describe('what is known of a recipient', () => {
  it('is nothing at first, and that is an answer', async () => {
    const hashes = [anyHash(), anyHash()]
    expect(await readRecipient(table())(hashes)).toEqual(
      hashes.map((recipientHash) => ({ recipientHash, version: 0, recipient: stranger })),
    )
  })

  it('is kept as it was said, and what changed beside it, in one transaction', async () => {
    const hash = anyHash()
    const records = table()
    const commands = watch(records)
    expect(await change(hash, stopping(), records)).toBe('changed')
    expect(commands).toEqual(['GetItemCommand', transaction])
    const all = { state: 'suppressed', ...aStatement() }
    expect(await now(hash)).toMatchObject({ version: 1, recipient: { suppressions: { all } } })
    expect(await changes(hash)).toEqual([{ suppressions: { all }, recordedAt: atNoon() }])
  })

  it('keeps each change for the audit, by when it was recorded, only with what was new', async () => {
    const hash = anyHash()
    await change(hash, stopping())
    await changeRecipient(table())(hash, (recipient) => recordConsent(recipient, aConsent()), afterNoon(1))
    await changeRecipient(table())(hash, starting(2), afterNoon(2))
    expect(await changes(hash)).toEqual([
      { suppressions: { all: expect.objectContaining({ state: 'suppressed' }) }, recordedAt: atNoon() },
      { suppressions: {}, consent: aConsent(), recordedAt: atNoon(1) },
      { suppressions: { all: expect.objectContaining({ state: 'restored' }) }, recordedAt: atNoon(2) },
    ])
    expect(await now(hash)).toMatchObject({ version: 3 })
  })

  it('is not written where a word says nothing new, and nothing is added to the audit', async () => {
    const hash = anyHash()
    await change(hash, stopping(10))
    const records = table()
    const commands = watch(records)
    for (const rule of [stopping(10), stopping(5), starting(10), starting(9)])
      expect(await change(hash, rule, records)).toBe('as it was')
    expect(new Set(commands)).toEqual(new Set(['GetItemCommand']))
    expect(await changes(hash)).toHaveLength(1)
  })

  it('stays apart from that of anybody else', async () => {
    const [one, other] = [anyHash(), anyHash()]
    await change(one, stopping())
    expect(await readRecipient(table())([other, one])).toMatchObject([{ version: 0 }, { version: 1 }])
  })

  it('is never erased by time, neither what was said nor what changed, also where only notifications were counted before', async () => {
    const hash = anyHash()
    await armed(hash)
    await change(hash, stopping())
    const items = Object.values(await itemsOf(table(), `S#${hash}`))
    expect(items).toHaveLength(2)
    for (const item of items) expect(item).not.toHaveProperty('ttl')
  })

  it('leaves the notifications that are counted for them alone, and what only a newer version of this code knows', async () => {
    const hash = anyHash()
    await change(hash, stopping())
    await armed(hash)
    await table().client.send(
      new UpdateCommand({
        TableName: table().name,
        Key: recipientKey(hash),
        UpdateExpression: 'SET quiet = :quiet',
        ExpressionAttributeValues: { ':quiet': 'at night' },
      }),
    )
    await change(hash, starting(1))
    expect((await itemsOf(table(), `S#${hash}`)).RECIPIENT).toMatchObject({
      quiet: 'at night',
      frequency: { verification: [{ id: 'a', at: atNoon() }] },
      suppressions: { all: { state: 'restored' } },
      version: 3,
    })
  })
})

describe('two words at once', () => {
  it('are judged one after the other, and the later counts whoever writes first', async () => {
    for (const [ours, theirs] of [
      [stopping(2), starting(1)],
      [starting(1), stopping(2)],
    ] as const) {
      const hash = anyHash()
      const records = table()
      disturb(records, transaction, { before: () => change(hash, theirs) })
      await change(hash, ours, records)
      expect(await now(hash)).toMatchObject({ recipient: { suppressions: { all: { state: 'suppressed', at: atNoon(2) } } } })
    }
  })

  it('and thirty at once lose none', async () => {
    const hash = anyHash()
    await Promise.all(Array.from({ length: 30 }, (_, seconds) => change(hash, stopping(seconds))))
    expect(await now(hash)).toMatchObject({ recipient: { suppressions: { all: { at: atNoon(29) } } } })
    const { version } = (await now(hash)) ?? {}
    expect(await changes(hash)).toHaveLength(version ?? 0)
  })

  it('never write over an arming that came between', async () => {
    const hash = anyHash()
    const records = table()
    disturb(records, transaction, { before: () => armed(hash) })
    await change(hash, stopping(), records)
    expect(await now(hash)).toMatchObject({ version: 2, recipient: { frequency: { verification: [{ id: 'a' }] } } })
  })
})

/** Counts how often the rule is asked. */
const stoppingOnce = () => {
  let judged = 0
  const rule: RecipientRule = (recipient) => {
    judged += 1
    return stopping()(recipient)
  }
  return { rule, judged: () => judged }
}

describe('a reply that was lost', () => {
  it('leaves one change, told as one', async () => {
    const hash = anyHash()
    const records = table()
    loseReply(records, transaction)
    const { rule, judged } = stoppingOnce()
    expect(await change(hash, rule, records)).toBe('changed')
    expect(judged()).toBe(1)
    expect(await changes(hash)).toHaveLength(1)
  })

  it('leaves one change, told as one, also where the repeat was refused', async () => {
    const records = aTableInProcess()
    const CancellationReasons = [{ Code: 'ConditionalCheckFailed' }, { Code: 'ConditionalCheckFailed' }]
    const refusals = [new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons })]
    const send = async (command: never) => {
      const answer = await records.client.send(command)
      const refusal = (command as object) instanceof TransactWriteCommand ? refusals.pop() : undefined
      if (refusal) throw refusal // the token that makes a repeat harmless is forgotten after ten minutes
      return answer
    }
    const { rule, judged } = stoppingOnce()
    expect(await change('a-hash', rule, { ...records, client: { send } as never })).toBe('changed')
    expect(judged()).toBe(1)
  })
})
