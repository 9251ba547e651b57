import { describe, expect, it } from 'vitest'
import { readDeliveryLog } from '../../functions/carriers/sns-delivery-log.ts'
import { keepRendezvous, parkReceipt } from '../../functions/record/rendezvous.ts'
import { storeReceipt } from '../../functions/record/store-receipt.ts'
import { aDeliveryLog, aFailureLog } from '../builders/a-delivery-log.ts'
import { aFailureReceipt, aReceipt } from '../builders/a-receipt.ts'
import { afterNoon, atNoon, noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'
import { loseReply } from './disturb.ts'

const table = aTable()
const refOf = (notificationId: string, attempt = 1) => ({ notificationId, attempt })
const factsOf = async (id: string) => Object.entries(await itemsOf(table(), `N#${id}`))

describe('a receipt', () => {
  it('is kept as a fact of its attempt, with the time it came', async () => {
    await storeReceipt(table())(refOf('a-fact', 2), aReceipt(), noon)
    const facts = await factsOf('a-fact')
    expect(facts).toMatchObject([[expect.stringMatching(/^RECEIPT#2#[0-9a-f]{32}$/), { ...aReceipt(), receivedAt: atNoon() }]])
  })

  it('is kept once, as it came first, however often and at once it comes', async () => {
    await storeReceipt(table())(refOf('repeated'), aReceipt(), noon)
    await Promise.all([1, 2, 3, 4, 5].map((n) => storeReceipt(table())(refOf('repeated'), aReceipt(), afterNoon(n))))
    expect(await factsOf('repeated')).toMatchObject([[expect.any(String), { receivedAt: atNoon() }]])
  })

  it('is kept beside those that say something else, at another time or of another attempt', async () => {
    const store = storeReceipt(table())
    await store(refOf('various'), aReceipt(), noon)
    await store(refOf('various'), aFailureReceipt(), noon)
    await store(refOf('various'), aReceipt({ at: '2026-11-22 12:10:00.1' }), noon)
    await store(refOf('various', 2), aReceipt(), noon)
    expect(await factsOf('various')).toHaveLength(4)
  })

  it('is kept also where the reply was lost', async () => {
    const records = table()
    loseReply(records, 'PutItemCommand')
    await storeReceipt(records)(refOf('reply-lost'), aReceipt(), noon)
    expect(await factsOf('reply-lost')).toHaveLength(1)
  })

  it.each([
    ['says all', aDeliveryLog()],
    ['says little', aDeliveryLog({ delivery: { priceInUSD: undefined, numberOfMessageParts: undefined } })],
    ['says why not', aFailureLog('Phone is currently unreachable/unavailable')],
    ['says what no table has', aFailureLog('No route to +14155550123 today')],
  ])('that %s is one fact, whether it waited at the rendezvous or came again later', async (what, line) => {
    const read = readDeliveryLog(line)
    if (read === undefined) throw new Error('the line is a delivery log')
    const receipt = { ...read, messageId: what }
    await parkReceipt(table())(receipt, noon)
    const parked = await keepRendezvous(table())('sns', what, refOf(what), noon)
    for (const early of parked === 'taken' ? [] : parked) await storeReceipt(table())(refOf(what), early, noon)
    await storeReceipt(table())(refOf(what), receipt, afterNoon(1))
    expect(await factsOf(what)).toHaveLength(1)
  })
})
