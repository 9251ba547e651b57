import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/fall-back/handler.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aReceipt } from '../../builders/a-receipt.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon, noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

const id = 'shop-order-4711-shipped'
const silent = anAttempt({ status: 'accepted', answer: accepted() })

const aFallBackFunction = (overrides: Partial<Notification>) => {
  const records = recordsInMemory({ notification: aNotification({ waiting: { attempt: 1, token: 'token' }, ...overrides }) })
  const workflows = someWorkflows()
  const fallBack = createHandler({ ...records, settle: settle(workflows.client), now: () => noon })
  return { fallBack: () => fallBack({ notificationId: id }), records }
}

describe('Fall back', () => {
  it('closes the attempt whose wait is over, ends the notification and tells the workflow', async () => {
    const { fallBack, records } = aFallBackFunction({ attempts: [silent] })
    const next = { decision: 'stop', outcome: 'unknown', reason: 'no-receipt' } as const
    expect(await fallBack()).toEqual(next)
    expect(records.now()).toEqual(
      aNotification({
        attempts: [{ ...silent, closed: true }],
        next,
        passes: 1,
        outcome: 'unknown',
        reason: 'no-receipt',
        endedAt: atNoon(),
      }),
    )
  })

  it('answers the same again, and counts', async () => {
    const { fallBack, records } = aFallBackFunction({ attempts: [silent] })
    expect(await fallBack()).toEqual(await fallBack())
    expect(records.now()).toMatchObject({ passes: 2, outcome: 'unknown', endedAt: atNoon() })
  })

  it('keeps the rendezvous of every accepted attempt, since `send` may have died before it did', async () => {
    const attempts = [
      anAttempt({ status: 'accepted', answer: accepted('message-1'), closed: true }),
      anAttempt({ number: 2, answer: notSent() }),
      anAttempt({ number: 3, answer: unknown() }),
      anAttempt({ number: 4, status: 'accepted', answer: accepted('message-4') }),
    ]
    const { fallBack, records } = aFallBackFunction({ attempts })
    await fallBack()
    expect(records.steps).toEqual(['rendezvous', 'rendezvous', 'change'])
    for (const [messageId, attempt] of [
      ['message-1', 1],
      ['message-4', 4],
    ] as const)
      expect(await records.parkReceipt(aReceipt({ messageId }), noon)).toEqual({ notificationId: id, attempt })
  })

  it('sees the delivery that waited at that rendezvous, and it wins', async () => {
    const { fallBack, records } = aFallBackFunction({ attempts: [silent] })
    await records.parkReceipt(aReceipt(), noon)
    expect(await fallBack()).toEqual({ decision: 'stop', outcome: 'delivered', reason: 'receipt' })
    expect(records.now()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered', closed: true }] })
  })

  it('judges what is known when it writes, not what it read', async () => {
    const { records } = aFallBackFunction({ attempts: [silent] })
    const stale = aNotification({ attempts: [silent] })
    await records.changeNotification(id, (current) => ({
      notification: { ...current, attempts: [{ ...silent, status: 'delivered' }] },
      answer: undefined,
    }))
    const fallBack = createHandler({
      ...records,
      readNotification: async () => stale,
      settle: async () => {},
      now: () => noon,
    })
    expect(await fallBack({ notificationId: id })).toMatchObject({ outcome: 'delivered' })
  })

  it('passes forty times; who comes once more has met a fault', async () => {
    const { fallBack, records } = aFallBackFunction({ attempts: [silent], passes: 39 })
    await fallBack()
    expect(records.now()).toMatchObject({ passes: 40 })
    await expect(fallBack()).rejects.toThrow('shop-order-4711-shipped fell back 40 times')
    expect(records.now()).toMatchObject({ passes: 40 })
  })
})
