import { describe, expect, it } from 'vitest'
import { changeNotification } from '../../functions/record/change-notification.ts'
import { openNotification } from '../../functions/record/open-notification.ts'
import { keepRendezvous, parkReceipt } from '../../functions/record/rendezvous.ts'
import { storeReceipt } from '../../functions/record/store-receipt.ts'
import { timeToLive } from '../../functions/record/table.ts'
import { aRequestedNotification } from '../builders/a-notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { aPlan } from '../builders/a-plan.ts'
import { aReceipt } from '../builders/a-receipt.ts'
import { afterNoon, noon } from '../builders/noon.ts'
import { aTable, itemsOf, personDays, recordDays } from './a-table.ts'

const table = aTable()
const noonSeconds = noon.getTime() / 1000
const day = 86_400
const oddMoment = afterNoon(0.987)
const id = 'shop-order-4711-shipped'
const ttlOf = async (PK: string, SK: string) => (await itemsOf(table(), PK))[SK]?.ttl

describe('time erases', () => {
  it('in whole seconds since 1970', () => {
    expect(timeToLive(oddMoment, 1)).toBe(noonSeconds + day)
  })

  it('a notification after the audit period, and its person a day after the shorter one, before its validity is known', async () => {
    await openNotification(table())(aRequestedNotification(), aPerson({ text: undefined }), oddMoment)
    expect(await ttlOf(`N#${id}`, 'NOTIFICATION')).toBe(noonSeconds + recordDays * day)
    expect(await ttlOf(`N#${id}`, 'PERSON')).toBe(noonSeconds + (personDays + 1) * day)
  })

  it('neither before a text that is put off was sent', async () => {
    const [due, notificationId] = [30 * day, 'put-off']
    const putOff = aRequestedNotification({ notificationId, sendAfter: afterNoon(due).toISOString() })
    await openNotification({ ...table(), recordDays: 7 })(putOff, aPerson(), oddMoment)
    expect(await ttlOf(`N#${notificationId}`, 'NOTIFICATION')).toBe(noonSeconds + due + 7 * day)
    expect(await ttlOf(`N#${notificationId}`, 'PERSON')).toBe(noonSeconds + due + (personDays + 1) * day)
  })

  it('a person so many days after the end of the validity, once that is planned', async () => {
    const validUntil = afterNoon(300.5)
    await changeNotification(table())(id, (notification) => ({
      notification: { ...notification, kind: 'order', plan: aPlan({ validUntil: validUntil.toISOString() }) },
      text: 'a text',
      answer: undefined,
    }))
    expect(await ttlOf(`N#${id}`, 'PERSON')).toBe(noonSeconds + 300 + personDays * day)
    expect(await ttlOf(`N#${id}`, 'NOTIFICATION')).toBe(noonSeconds + recordDays * day)
  })

  it('a receipt with the notifications, after the audit period', async () => {
    await storeReceipt(table())({ notificationId: 'with-a-fact', attempt: 1 }, aReceipt(), oddMoment)
    const [fact] = Object.values(await itemsOf(table(), 'N#with-a-fact'))
    expect(fact?.ttl).toBe(noonSeconds + recordDays * day)
  })

  it('a rendezvous seven days after who came first', async () => {
    await parkReceipt(table())(aReceipt(), oddMoment)
    await keepRendezvous(table())('sns', 'message-1', { notificationId: id, attempt: 1 }, afterNoon(day))
    expect(await ttlOf('M#sns#message-1', 'MESSAGE')).toBe(noonSeconds + 7 * day)
  })
})
