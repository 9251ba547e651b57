import type { SQSRecord } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { hasher } from '../../../functions/notification/hasher.ts'
import { createHandler } from '../../../functions/permit/handler.ts'
import { rejections } from '../../../functions/permit/rejections.ts'
import { PermissionRejected } from '../../../functions/publish/permission-event.ts'
import type { OurEvent } from '../../../functions/publish/put-our-events.ts'
import { suppressedScopes } from '../../../functions/recipient/suppressed-scopes.ts'
import { changeRecipient } from '../../../functions/record/recipient/change-recipient.ts'
import { readRecipient } from '../../../functions/record/recipient/read-recipient.ts'
import { aPermissionEvent } from '../../builders/a-permission-event.ts'
import { eventId } from '../../builders/a-request-event.ts'
import { aTableInProcess } from '../../builders/a-table-in-process.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const key = hasher('key-2', 'a key of at least thirty-two characters')
const formerKey = hasher('key-1', 'another key of at least thirty-two characters')
const recipientHash = key.hash('recipient', '+14155550123')

/** The function over a table of this process. */
const aPermitFunction = ({ table = aTableInProcess(), now = afterNoon(2) } = {}) => {
  const did = { told: [] as OurEvent[], kept: [] as string[], counted: [] as string[][] }
  const handle = createHandler({
    changeRecipient: changeRecipient(table),
    putEvents: async (events) => void did.told.push(...events),
    keepDeadLetter: async (body) => void did.kept.push(body),
    onRejection: ({ code }, requestEventId) => did.counted.push([code, requestEventId]),
    loadHashers: async () => [key, formerKey],
    limits: { mostEventAge: 86_400, requesters: { accounts: ['111122223333'] } },
    now: () => now,
  })
  const take = (body: string) => handle({ body, messageId: 'queue-message-1' } as SQSRecord)
  return { take, table, did, known: async () => (await readRecipient(table)([recipientHash]))[0] }
}

describe('a word on whom to text', () => {
  it('is kept under the current key of the hashes, and nothing is told', async () => {
    const { take, known, did } = aPermitFunction()
    await take(aPermissionEvent('Suppress Recipient', { scope: 'marketing' }))
    await take(aPermissionEvent('Consent Recorded'))
    expect(await known()).toMatchObject({
      version: 2,
      recipient: { suppressions: { marketing: { state: 'suppressed' } }, consent: { wording: '2026-03' } },
    })
    expect(did).toEqual({ told: [], kept: [], counted: [] })
  })

  it('that comes again, out of order or years later, says nothing new', async () => {
    const { take, table, known } = aPermitFunction()
    const suppressing = aPermissionEvent('Suppress Recipient', {}, { time: atNoon(-20) })
    const restoring = aPermissionEvent('Restore Recipient', {}, { time: atNoon(-10) })
    await take(restoring)
    const before = await known()
    await take(suppressing)
    await take(restoring)
    const { take: takeLater } = aPermitFunction({ table, now: new Date('2029-01-01') })
    await takeLater(suppressing)
    expect(await known()).toEqual(before)
    expect(before && suppressedScopes(before.recipient)).toEqual([])
  })

  it('comes again where it could not be kept', async () => {
    const broken = { ...aTableInProcess(), client: { send: () => Promise.reject(new Error('the table is away')) } }
    const { take } = aPermitFunction({ table: broken as never })
    await expect(take(aPermissionEvent('Suppress Recipient'))).rejects.toThrow('the table is away')
  })
})

describe('a word that is refused', () => {
  const malformed = aPermissionEvent('Suppress Recipient', { to: '4155550123' })
  it.each<[keyof typeof rejections, string, string]>([
    ['malformed', malformed, eventId],
    ['malformed', '+14155550123', 'queue-message-1'],
    ['stale', aPermissionEvent('Restore Recipient', {}, { time: atNoon(-90_000) }), eventId],
    ['foreign-source', aPermissionEvent('Restore Recipient', {}, { account: '444455556666' }), eventId],
  ])('since it is %s changes nothing, is counted and told without a number', async (code, body, requestEventId) => {
    const { take, known, did } = aPermitFunction()
    await take(body)
    expect(await known()).toMatchObject({ version: 0 })
    expect(did.counted).toEqual([[code, requestEventId]])
    expect(did.told.map(({ detailType }) => detailType)).toEqual(['Permission Rejected'])
    expect(PermissionRejected.parse(did.told[0]?.detail)).toEqual({
      eventId: `${requestEventId}/Permission Rejected`,
      requestEventId,
      reason: code,
      explanation: code === 'malformed' ? expect.any(String) : rejections[code],
    })
    expect(JSON.stringify(did.told)).not.toMatch(/5550123/)
  })

  it('is kept in the dead-letter queue as it came when nobody can read it, and only then', async () => {
    const { take, did } = aPermitFunction()
    await take(malformed)
    await take(aPermissionEvent('Restore Recipient', {}, { time: atNoon(-90_000) }))
    expect(did.kept).toEqual([malformed])
  })
})

it('counts as of its event, not as of when it was taken', async () => {
  const { take, known } = aPermitFunction({ now: afterNoon(3_600) })
  await take(aPermissionEvent('Suppress Recipient'))
  expect(await known()).toMatchObject({ recipient: { suppressions: { all: { at: noon.toISOString() } } } })
})
