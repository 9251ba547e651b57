import { describe, expect, it } from 'vitest'
import { listReceipts } from '../../functions/record/list-receipts.ts'
import { keepReveal, listReveals } from '../../functions/record/reveals.ts'
import { storeReceipt } from '../../functions/record/store-receipt.ts'
import { aFailureReceipt, aReceipt } from '../builders/a-receipt.ts'
import { afterNoon, atNoon, noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'
import { opened } from './opened.ts'

const table = aTable()

describe('what carriers stated of a notification', () => {
  it('is listed with its attempt and when it came, and nobody else’s', async () => {
    const store = storeReceipt(table())
    await store({ notificationId: 'told', attempt: 12 }, aReceipt(), afterNoon(5))
    await store({ notificationId: 'told', attempt: 1 }, aFailureReceipt(), noon)
    await store({ notificationId: 'told-too', attempt: 1 }, aReceipt(), noon)
    expect(await Array.fromAsync(listReceipts(table(), 'told'))).toEqual([
      { ...aFailureReceipt(), attempt: 1, receivedAt: atNoon() },
      { ...aReceipt(), attempt: 12, receivedAt: atNoon(5) },
    ])
  })

  it('is nothing where only other items are there', async () => {
    const { notificationId } = await opened(table())
    expect(await Array.fromAsync(listReceipts(table(), notificationId))).toEqual([])
  })
})

describe('who looked at what is personal', () => {
  it('is kept for each time, also twice at one instant, and for good', async () => {
    const { notificationId } = await opened(table())
    const [ada, grace] = [
      { at: atNoon(9), by: 'arn:aws:iam::111122223333:user/ada' },
      { at: atNoon(3), by: 'arn:aws:iam::111122223333:user/grace' },
    ]
    for (const reveal of [ada, grace, ada]) await keepReveal(table())(notificationId, reveal)
    expect(await Array.fromAsync(listReveals(table(), notificationId))).toEqual([grace, ada, ada])
    const items = Object.entries(await itemsOf(table(), `N#${notificationId}`)).filter(([sort]) => sort.startsWith('REVEAL#'))
    for (const [, item] of items) expect(new Set(Object.keys(item ?? {}))).toEqual(new Set(['PK', 'SK', 'at', 'by']))
  })
})
