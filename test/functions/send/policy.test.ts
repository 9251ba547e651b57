import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../functions/notification/attempt.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { stranger } from '../../../functions/recipient/recipient.ts'
import { suppress } from '../../../functions/recipient/suppress.ts'
import { createHandler } from '../../../functions/send/handler.ts'
import { settle, settleTask } from '../../../functions/settle/settle.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { aStatement } from '../../builders/a-recipient.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { accepted, notSent } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon, noon } from '../../builders/noon.ts'
import { policyInMemory } from '../../builders/policy-in-memory.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

const id = 'shop-order-4711-shipped'
const input = { notificationId: id, next: aSendNext(), taskToken: 'our-token' }

interface World {
  readonly policy?: Parameters<typeof policyInMemory>[0]
  readonly notification?: Partial<Notification>
  readonly answer?: Answer
}

/** Sends one attempt, and tells what was called, counted and given back. */
const sendUnder = async ({ policy: known = {}, notification, answer = accepted() }: World, asked = input) => {
  const policy = policyInMemory(known)
  const records = recordsInMemory({ notification: aNotification(notification), person: aPerson() })
  const workflows = someWorkflows()
  let calls = 0
  const send = createHandler({
    ...policy,
    ...records,
    settle: settle(workflows.client, policy.kinds),
    settleTask: settleTask(workflows.client),
    carriers: {
      sns: {
        name: 'sns',
        send: async () => {
          calls++
          return answer
        },
      },
    },
    senderOf: () => ({}),
    newMark: () => 'our-mark',
    mostMsBeforeCall: 4_000,
    networkOnly: [],
    now: () => noon,
  })
  await send(asked)
  return { ...policy, calls, record: records.now(), resumed: workflows.resumed }
}

const code = { notification: { kind: 'verification' } } as const
const counted = (ids: readonly string[]) => ({
  ...stranger,
  frequency: { verification: ids.map((one) => ({ id: one, at: atNoon(-60) })) },
})

describe('at arming', () => {
  it('nobody is texted who opted out meanwhile', async () => {
    const sent = await sendUnder({ policy: { recipient: suppress(stranger, 'all', aStatement()) } })
    expect(sent.calls).toBe(0)
    expect(sent.record).toMatchObject({ attempts: [], stopped: { outcome: 'suppressed', reason: 'opted-out-of-all' } })
    expect(sent.resumed).toEqual([{ token: 'our-token', by: 'NotArmed', cause: 'opted-out-of-all' }])
  })

  it('nobody is texted once too often', async () => {
    const sent = await sendUnder({ ...code, policy: { recipient: counted(['code-1', 'code-2', 'code-3', 'code-4', 'code-5']) } })
    expect(sent.calls).toBe(0)
    expect(sent.record).toMatchObject({ stopped: { outcome: 'suppressed', reason: 'too-frequent' } })
  })

  it('a text is held that must not go at this hour', async () => {
    const quietHours = { default: { from: '21:00', to: '08:00' }, countries: {} }
    const policy = { quietHours, overrides: { order: { keepsQuietHours: true } } }
    const sent = await sendUnder({ policy, notification: { timeZone: 'America/New_York' } })
    expect(sent.calls).toBe(0)
    expect(sent.record).toMatchObject({ attempts: [], heldUntil: '2026-11-22T13:00:00.000Z' })
    expect(sent.resumed).toEqual([{ token: 'our-token', by: 'NotArmed', cause: 'held' }])
  })

  it('parts are reserved of the day’s budget, once', async () => {
    const sent = await sendUnder({})
    expect(sent.calls).toBe(1)
    const spending = { parts: 1, microUsd: 0 } // no price is known
    expect(sent.reservations).toMatchObject([{ budget: { kind: 'order', day: '2026-11-22' }, spending }])
    expect(sent.givenBack).toEqual([])
  })

  it('and what they cost by their carrier is told, where that is known', async () => {
    const plan = aPlan({ parts: 2, prices: { sns: 0.01162, twilio: 0.0166 } })
    const sent = await sendUnder({ notification: { plan } })
    expect(sent.reservations).toMatchObject([{ spending: { parts: 2, microUsd: 11_620 } }])
  })

  it('nothing is sent where the budget has nothing left, and somebody is told', async () => {
    const sent = await sendUnder({ policy: { reserved: 100, overrides: { order: { budgetParts: 100 } } } })
    expect(sent.calls).toBe(0)
    expect(sent.record).toMatchObject({ stopped: { outcome: 'rejected', reason: 'budget-exhausted' } })
    expect(sent.levels).toEqual([{ kind: 'order', day: '2026-11-22', level: 100, parts: 100, at: atNoon() }])
  })

  it('somebody is told when four fifths of the budget are spent', async () => {
    const sent = await sendUnder({ policy: { reserved: 79, overrides: { order: { budgetParts: 100 } } } })
    expect(sent.calls).toBe(1)
    expect(sent.levels).toMatchObject([{ level: 80 }])
  })
})

describe('parts are given back', () => {
  it.each<[string, World]>([
    ['where the carrier took nothing', { answer: notSent('throttled', 'too-many-requests') }],
    ['where policy did not let it arm', { policy: { recipient: suppress(stranger, 'all', aStatement()) } }],
    ['where the notification has ended', { notification: { outcome: 'delivered', reason: 'receipt', endedAt: atNoon() } }],
  ])('%s', async (_, world) => {
    const { reservations, givenBack } = await sendUnder(world)
    expect(reservations).toHaveLength(1)
    expect(givenBack).toEqual(reservations)
  })

  it('never where the text may have been sent', async () => {
    const { givenBack } = await sendUnder({ answer: { type: 'unknown', reason: 'timeout' } })
    expect(givenBack).toEqual([])
  })

  it('and none are reserved where the attempt is armed already', async () => {
    const notification = { attempts: [anAttempt()], waiting: { attempt: 1, token: 'another-token' } }
    expect((await sendUnder({ notification })).reservations).toEqual([])
  })
})

describe('a place in the recipient’s windows', () => {
  it('is given back where nothing was sent', async () => {
    expect((await sendUnder({ ...code, answer: notSent() })).forgotten).toEqual([id])
  })

  it('is kept where an earlier attempt may have arrived', async () => {
    const attempts = [anAttempt({ closed: true, answer: accepted() })]
    const notification = { kind: 'verification' as const, attempts }
    const asked = { ...input, next: aSendNext({ attempt: 2 }) }
    expect((await sendUnder({ notification, answer: notSent() }, asked)).forgotten).toEqual([])
  })

  it('is not asked for by a kind that is sent as often as need be', async () => {
    expect((await sendUnder({ answer: notSent() })).forgotten).toEqual([])
  })
})
