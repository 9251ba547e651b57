import { expect, it } from 'vitest'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import { meetReceipts } from '../../../functions/receipt/meet-receipts.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aFailureReceipt, aReceipt } from '../../builders/a-receipt.ts'
import { accepted, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

const ref = { notificationId: 'shop-order-4711-shipped', attempt: 1 }

const aMeeting = () => {
  const attempts = [anAttempt({ status: 'accepted', answer: accepted() })]
  const notification = aNotification({ attempts, waiting: { attempt: 1, token: 'token' } })
  const records = recordsInMemory({ notification })
  const workflows = someWorkflows()
  const meet = meetReceipts({ ...records, networkOnly: [], settle: settle(workflows.client, defaultKinds), now: () => noon })
  return { meet, records, notification, resumed: workflows.resumed }
}

it('takes every receipt that came first, as a fact and in the attempt', async () => {
  const { meet, records, resumed } = aMeeting()
  const receipts = [aFailureReceipt(), aReceipt({ at: '2026-11-22 12:10:00.1' })]
  for (const receipt of receipts) await records.parkReceipt(receipt, noon)
  await meet(ref, 'sns', 'message-1')
  expect(records.facts).toEqual(receipts.map((receipt) => ({ attempt: ref, receipt })))
  expect(records.now()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered' }] })
  expect(resumed.at(-1)).toEqual({ token: 'token', by: 'delivered' })
})

it('changes nothing where none came yet', async () => {
  const { meet, records, notification, resumed } = aMeeting()
  await meet(ref, 'sns', 'message-1')
  await meet(ref, 'sns', 'message-1')
  expect(records.now()).toBe(notification)
  expect(resumed).toEqual([])
})

it('takes a message id that another attempt has for no answer at all, and leaves its receipts to the other', async () => {
  const { meet, records, resumed } = aMeeting()
  await records.keepRendezvous('sns', 'message-1', { notificationId: 'shop-order-4712-shipped', attempt: 1 }, noon)
  await records.parkReceipt(aReceipt(), noon)
  await meet(ref, 'sns', 'message-1')
  expect(records.facts).toEqual([])
  expect(records.now()).toMatchObject({ attempts: [{ answer: unknown('message-id-seen-before') }] })
  expect(records.now()?.outcome).toBeUndefined()
  expect(resumed).toEqual([])
})
