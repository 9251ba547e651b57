import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/close/handler.ts'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon, noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'

const close = async (notification = aNotification()) => {
  const records = recordsInMemory({ notification })
  const { notificationId } = notification
  await createHandler({ ...records, now: () => noon })({ notificationId })
  return records
}

describe('a notification whose workflow broke', () => {
  it.each<[string, Partial<Attempt>]>([
    ['is armed', {}],
    ['is accepted', { status: 'accepted', answer: accepted() }],
    ['is on its way', { status: 'sent', answer: accepted() }],
    ['has an unknown answer', { answer: unknown() }],
  ])('ends as unknown when an attempt %s, and nobody waits any more', async (_, state) => {
    const records = await close(aNotification({ attempts: [anAttempt(state)], waiting: { attempt: 1, token: 'token' } }))
    expect(records.now()).toEqual(
      aNotification({
        attempts: [anAttempt({ ...state, closed: true })],
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
})
