import { describe, expect, it } from 'vitest'
import { hashOf, keepRendezvous, parkReceipt } from '../../functions/record/rendezvous.ts'
import { aFailureReceipt, aReceipt } from '../builders/a-receipt.ts'
import { noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'
import { loseReply } from './disturb.ts'

const table = aTable()
const ref = { notificationId: 'shop-order-4711-shipped', attempt: 1 }
const other = { notificationId: 'shop-order-4712-shipped', attempt: 1 }
const keep = (messageId: string, attempt = ref) => keepRendezvous(table())('sns', messageId, attempt, noon)
const park = (messageId: string, receipt = aReceipt({ messageId })) => parkReceipt(table())(receipt, noon)

describe('a receipt and its attempt meet', () => {
  it('when the attempt was first: the receipt is told which it is', async () => {
    expect(await keep('attempt-first')).toEqual([])
    expect(await park('attempt-first')).toEqual(ref)
  })

  it('when the receipt was first: the attempt finds it', async () => {
    expect(await park('receipt-first')).toBeUndefined()
    expect(await keep('receipt-first')).toEqual([aReceipt({ messageId: 'receipt-first' })])
  })

  it('when both come at once, fifty times: no receipt is lost between them', async () => {
    const records = table()
    const meetings = Array.from({ length: 50 }, async (_, index) => {
      const messageId = `at-once-${index}`
      const receipt = aReceipt({ messageId })
      const sides = [
        () => parkReceipt(records)(receipt, noon),
        () => keepRendezvous(records)('sns', messageId, ref, noon),
      ] as const
      const [told, found] =
        index % 2 === 0
          ? await Promise.all([sides[0](), sides[1]()])
          : await Promise.all([sides[1](), sides[0]()]).then(([second, first]) => [first, second] as const)
      return { told, found, receipt }
    })
    for (const { told, found, receipt } of await Promise.all(meetings))
      expect([found, told]).toEqual(told === undefined ? [[receipt], undefined] : [expect.any(Array), ref])
  })

  it('never when the text is not ours', async () => {
    expect(await park('of-another-application')).toBeUndefined()
    expect(await park('of-another-application')).toBeUndefined()
  })
})

describe('the rendezvous', () => {
  it('holds each statement once, however often it comes, and contradicting ones side by side', async () => {
    const receipts = [aFailureReceipt({ messageId: 'contradicted' }), aReceipt({ messageId: 'contradicted' })]
    for (const receipt of [...receipts, ...receipts]) await park('contradicted', receipt)
    const found = await keep('contradicted')
    expect(found).toHaveLength(2)
    expect(found).toEqual(expect.arrayContaining(receipts))
  })

  it('stays with the attempt that kept it; another that brings the same message id is told that it is taken', async () => {
    await keep('taken')
    expect(await keep('taken', other)).toBe('taken')
    expect(await keep('taken', { ...ref, attempt: 2 })).toBe('taken')
    expect(await park('taken')).toEqual(ref)
  })

  it('may be kept by the same attempt again, and where the reply was lost', async () => {
    const records = table()
    await park('kept-again')
    loseReply(records, 'UpdateItemCommand')
    expect(await keepRendezvous(records)('sns', 'kept-again', ref, noon)).toEqual([aReceipt({ messageId: 'kept-again' })])
    expect(await keep('kept-again')).toHaveLength(1)
  })

  it('holds nothing personal', async () => {
    await park('impersonal')
    await keep('impersonal')
    const { MESSAGE } = await itemsOf(table(), 'M#sns#impersonal')
    const receipt = `RECEIPT#${hashOf(aReceipt({ messageId: 'impersonal' }))}`
    expect(new Set(Object.keys(MESSAGE ?? {}))).toEqual(new Set(['PK', 'SK', 'attempt', receipt, 'ttl']))
  })
})
