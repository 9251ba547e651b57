import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/close/handler.ts'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aReceipt } from '../../builders/a-receipt.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon, noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

const aCloseFunction = (notification = aNotification()) => {
  const records = recordsInMemory({ notification })
  const { client, resumed } = someWorkflows()
  const close = createHandler({ ...records, settle: settle(client, defaultKinds), networkOnly: [], now: () => noon })
  return { close, records, resumed }
}

const close = async (notification = aNotification()) => {
  const { close, records } = aCloseFunction(notification)
  await close({ notificationId: notification.notificationId })
  return records
}

describe('a notification whose workflow broke', () => {
  it.each<[string, Partial<Attempt>]>([
    ['is armed', {}],
    ['is accepted', { status: 'accepted', answer: accepted() }],
    ['is on its way', { status: 'sent', answer: accepted() }],
    ['has an unknown answer', { answer: unknown() }],
  ])('ends as unknown when an attempt %s, and its task is told', async (_, state) => {
    const waiting = { attempt: 1, token: 'token' }
    const records = await close(aNotification({ attempts: [anAttempt(state)], waiting }))
    expect(records.now()).toEqual(
      aNotification({
        attempts: [anAttempt({ ...state, closed: true })],
        waiting,
        outcome: 'unknown',
        reason: 'fault',
        endedAt: atNoon(),
      }),
    )
  })

  it.each<[string, Attempt[]]>([
    ['nothing was attempted', []],
    ['the only attempt was not sent', [anAttempt({ answer: notSent() })]],
    ['the only attempt is undelivered', [anAttempt({ status: 'undelivered' })]],
  ])('ends as undeliverable when %s', async (_, attempts) => {
    const records = await close(aNotification({ attempts }))
    expect(records.now()).toMatchObject({ outcome: 'undeliverable', reason: 'fault', endedAt: atNoon() })
  })

  it('ends as unknown when one of its attempts may have arrived', async () => {
    const attempts = [
      anAttempt({ status: 'accepted', answer: accepted(), closed: true }),
      anAttempt({ number: 2, answer: notSent() }),
    ]
    expect((await close(aNotification({ attempts }))).now()).toMatchObject({ outcome: 'unknown' })
  })

  it('ends as undeliverable also before it was planned', async () => {
    expect((await close(aRequestedNotification())).now()).toMatchObject({ outcome: 'undeliverable', reason: 'fault' })
  })

  it('ends as delivered when an attempt is', async () => {
    const attempts = [anAttempt({ status: 'delivered' })]
    expect((await close(aNotification({ attempts }))).now()).toMatchObject({ outcome: 'delivered', reason: 'receipt' })
  })

  it.each(outcomes)('keeps the outcome that it has, and nothing is written: %s', async (outcome) => {
    const ended = aNotification({ outcome, reason: 'before', attempts: [anAttempt()] })
    const records = await close(ended)
    expect(records.now()).toBe(ended)
    expect(records.steps).toEqual([])
  })

  const { notificationId } = aNotification()
  const waiting = { attempt: 1, token: 'token' }

  it('goes to the rendezvous of every accepted attempt, where later receipts find it', async () => {
    const attempts = [
      anAttempt({ status: 'accepted', answer: accepted('message-1'), closed: true }),
      anAttempt({ number: 2, answer: unknown(), closed: true }),
      anAttempt({ number: 3, status: 'accepted', answer: accepted('message-3') }),
    ]
    const records = await close(aNotification({ attempts }))
    expect(records.steps).toEqual(['rendezvous', 'rendezvous', 'change'])
    expect(await records.parkReceipt(aReceipt({ messageId: 'message-3' }), noon)).toEqual({ notificationId, attempt: 3 })
  })

  it('ends by the delivery that waited at the rendezvous, and its task is told', async () => {
    const attempts = [anAttempt({ status: 'accepted', answer: accepted() })]
    const { close, records, resumed } = aCloseFunction(aNotification({ attempts, waiting }))
    await records.parkReceipt(aReceipt(), noon)
    await close({ notificationId })
    expect(records.now()).toMatchObject({ outcome: 'delivered', reason: 'receipt' })
    expect(resumed).toContainEqual({ token: 'token', by: 'delivered' })
  })

  it('settles the task that still waits although there is an outcome', async () => {
    const { close, resumed } = aCloseFunction(aNotification({ outcome: 'undeliverable', reason: 'before', waiting }))
    await close({ notificationId })
    expect(resumed).toEqual([{ token: 'token', by: 'NotArmed', cause: 'undeliverable' }])
  })
})

it('does nothing for an execution under a name that no notification has', async () => {
  const { close, records, resumed } = aCloseFunction()
  const before = records.now()
  await close({ notificationId: 'started-by-hand' })
  expect(records.now()).toBe(before)
  expect(records.steps).toEqual([])
  expect(resumed).toEqual([])
})
