import { expect, it } from 'vitest'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import { takeReceipt } from '../../../functions/receipt/take-receipt.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { aFailureReceipt, aReceipt } from '../../builders/a-receipt.ts'
import { accepted } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon, noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

const ref = { notificationId: 'shop-order-4711-shipped', attempt: 1 }
const waiting = { attempt: 1, token: 'token' }

const aTaker = (overrides = {}) => {
  const attempts = [anAttempt({ status: 'accepted', answer: accepted() })]
  const records = recordsInMemory({ notification: aNotification({ attempts, waiting, ...overrides }) })
  const workflows = someWorkflows()
  const dependencies = { ...records, networkOnly: ['IN'], settle: settle(workflows.client, defaultKinds), now: () => noon }
  return { take: takeReceipt(dependencies), dependencies, records, resumed: workflows.resumed }
}

it('keeps a receipt as a fact before it is merged, and resumes the workflow by it', async () => {
  const { take, records, resumed } = aTaker()
  await take(ref, aReceipt())
  expect(records.steps).toEqual(['store receipt', 'change'])
  expect(records.facts).toEqual([{ attempt: ref, receipt: aReceipt() }])
  expect(records.now()).toMatchObject({ outcome: 'delivered', endedAt: atNoon(), attempts: [{ status: 'delivered' }] })
  expect(resumed).toEqual([{ token: 'token', by: 'delivered' }])
})

it('resumes nothing by a receipt that is not the last word', async () => {
  const { take, records, resumed } = aTaker()
  await take(ref, aReceipt({ status: 'sent', evidence: undefined }))
  expect(records.now()).toMatchObject({ attempts: [{ status: 'sent' }] })
  expect(resumed).toEqual([])
})

it('settles once more by a repeated receipt, since the first time may have died half-way', async () => {
  const { take, dependencies, records, resumed } = aTaker()
  const dyingBeforeItSettles = takeReceipt({ ...dependencies, settle: () => Promise.reject(new Error('died')) })
  await expect(dyingBeforeItSettles(ref, aReceipt())).rejects.toThrow('died')
  const merged = records.now()
  await take(ref, aReceipt())
  expect(records.now()).toBe(merged)
  expect(resumed).toEqual([{ token: 'token', by: 'delivered' }])
})

it('raises an outcome that came too early, and resumes nobody', async () => {
  const ended = { outcome: 'unknown', reason: 'no-receipt', endedAt: atNoon(-60), waiting: undefined }
  const { take, records, resumed } = aTaker(ended)
  await take(ref, aFailureReceipt())
  expect(records.now()).toMatchObject({ outcome: 'unknown', endedAt: atNoon(-60), attempts: [{ status: 'undelivered' }] })
  await take(ref, aReceipt())
  expect(records.now()).toMatchObject({ outcome: 'delivered', reason: 'receipt', endedAt: atNoon() })
  expect(resumed).toEqual([])
})

it('resumes the task of a later attempt by the delivery of an earlier one', async () => {
  const attempts = [anAttempt({ status: 'accepted', answer: accepted(), closed: true }), anAttempt({ number: 2 })]
  const { take, resumed } = aTaker({ attempts, waiting: { attempt: 2, token: 'second-token' } })
  await take(ref, aReceipt())
  expect(resumed).toEqual([{ token: 'second-token', by: 'delivered' }])
})

it('takes the network’s word for a delivery in a country whose handsets tell nothing, and keeps the fact as it was said', async () => {
  const { take, records, resumed } = aTaker({ plan: aPlan({ country: 'IN' }) })
  const sent = aReceipt({ status: 'sent', evidence: undefined })
  await take(ref, sent)
  expect(records.facts).toEqual([{ attempt: ref, receipt: sent }])
  expect(records.now()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered', evidence: 'network' }] })
  expect(resumed).toEqual([{ token: 'token', by: 'delivered' }])
})

it('leaves the task of a later attempt waiting when an earlier one turns out to have failed', async () => {
  const attempts = [
    anAttempt({ status: 'accepted', answer: accepted(), closed: true }),
    anAttempt({ number: 2, carrier: 'twilio' }),
  ]
  const { take, records, resumed } = aTaker({ attempts, waiting: { attempt: 2, token: 'second-token' } })
  await take(ref, aFailureReceipt())
  expect(records.now()).toMatchObject({ attempts: [{ status: 'undelivered' }, { status: 'armed' }] })
  expect(resumed).toEqual([])
})
