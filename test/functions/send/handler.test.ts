import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Message } from '../../../functions/carriers/carrier.ts'
import type { Answer } from '../../../functions/notification/attempt.ts'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import type { Notification, Person } from '../../../functions/notification/notification.ts'
import { createHandler, type Dependencies } from '../../../functions/send/handler.ts'
import { settle, settleTask } from '../../../functions/settle/settle.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { aFailureReceipt, aReceipt } from '../../builders/a-receipt.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'
import { policyInMemory } from '../../builders/policy-in-memory.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

const id = 'shop-order-4711-shipped'
const input = { notificationId: id, next: aSendNext(), taskToken: 'our-token' }

interface World {
  readonly notification?: Partial<Notification>
  readonly person?: Person | undefined
  readonly answer?: Answer
  readonly now?: Date
  /** What happens at the carrier before it answers. */
  readonly meanwhile?: (records: ReturnType<typeof recordsInMemory>) => Promise<unknown>
  readonly readPerson?: Dependencies['readPerson']
  /** How long the carrier prepares itself; it does not where this is not given. */
  readonly preparesMs?: number
}

/** Send, over records in memory and a carrier that answers as told. */
const aSendFunction = ({ notification, answer = accepted(), now = noon, meanwhile, preparesMs, ...world }: World = {}) => {
  const person = 'person' in world ? world.person : aPerson()
  const records = recordsInMemory({ notification: aNotification(notification), person })
  const workflows = someWorkflows()
  const calls: Message[] = []
  let marks = 0
  let clock = now
  const prepare = async () => {
    records.steps.push('prepare')
    clock = new Date(clock.getTime() + (preparesMs ?? 0))
  }
  const policy = policyInMemory()
  const send = createHandler({
    ...policy,
    ...records,
    kinds: defaultKinds,
    readPerson: world.readPerson ?? records.readPerson,
    settle: settle(workflows.client, defaultKinds),
    settleTask: settleTask(workflows.client),
    carriers: {
      sns: {
        name: 'sns',
        ...(preparesMs !== undefined && { prepare }),
        send: async (message) => {
          records.steps.push('call')
          calls.push(message)
          await meanwhile?.(records)
          return answer
        },
      },
    },
    senderOf: ({ plan }, carrier) => ({ senderId: `${carrier}-${plan?.country}` }),
    newMark: () => {
      marks += 1
      return `mark-${marks}`
    },
    mostMsBeforeCall: 4_000,
    networkOnly: [],
    now: () => clock,
  })
  return { send, records, calls, resumed: workflows.resumed }
}

describe('an attempt that this invocation armed', () => {
  it('hands number, text and sender to the carrier, once, and keeps the answer before it goes to the rendezvous', async () => {
    const { send, records, calls, resumed } = aSendFunction()
    await send(input)
    expect(calls).toEqual([
      {
        to: aPerson().to,
        text: aPerson().text,
        sender: { senderId: 'sns-US' },
        attempt: { notificationId: id, attempt: 1 },
        isTransactional: true,
        validForSeconds: 86_400,
      },
    ])
    expect(records.steps).toEqual(['change', 'call', 'change', 'rendezvous'])
    expect(records.now()).toEqual(
      aNotification({
        waiting: { attempt: 1, token: 'our-token' },
        attempts: [anAttempt({ mark: 'mark-1', status: 'accepted', answer: accepted(), answeredAt: atNoon() })],
        policy: expect.any(Array),
      }),
    )
    expect(resumed).toEqual([])
  })

  it('fails its task at once when the text was not sent', async () => {
    const { send, records, calls, resumed } = aSendFunction({ answer: notSent('throttled', 'too-many-requests') })
    await send(input)
    expect(calls).toHaveLength(1)
    expect(resumed).toEqual([{ token: 'our-token', by: 'Refused', cause: 'throttled: too-many-requests' }])
    expect(records.steps).not.toContain('rendezvous')
  })

  it.each([
    ['fails its task', 'verification', [{ token: 'our-token', by: 'Unknown', cause: 'unknown-answer' }]],
    ['lets it wait on, since nobody waits for the text now', 'order', []],
    ['lets it wait on, since a receipt may still tell', 'payment', []],
  ] as const)('%s when nobody knows whether the text was sent, of kind %s', async (_, kind, resumed) => {
    const world = aSendFunction({ notification: { kind }, answer: unknown('http-500') })
    await world.send(input)
    expect(world.calls).toHaveLength(1)
    expect(world.resumed).toEqual(resumed)
    expect(world.records.now()?.attempts).toMatchObject([{ answer: unknown('http-500'), status: 'armed' }])
  })

  it.each([
    ['delivered', aReceipt(), { token: 'our-token', by: 'delivered' }],
    ['undelivered', aFailureReceipt(), { token: 'our-token', by: 'NotDelivered', cause: 'absent: unreachable' }],
  ] as const)('meets the receipt that overtook the answer: %s', async (status, receipt, resumed) => {
    const world = aSendFunction({ meanwhile: ({ parkReceipt }) => parkReceipt(receipt, noon) })
    await world.send(input)
    expect(world.records.now()?.attempts).toMatchObject([{ status, answer: accepted() }])
    expect(world.records.facts).toEqual([{ attempt: { notificationId: id, attempt: 1 }, receipt }])
    expect(world.resumed).toEqual([resumed])
  })

  it('knows nothing of its text when the carrier gives it the message id of another one', async () => {
    const others = { notificationId: 'shop-order-4712-shipped', attempt: 1 }
    const world = aSendFunction({ meanwhile: ({ keepRendezvous }) => keepRendezvous('sns', 'message-1', others, noon) })
    await world.send(input)
    expect(world.calls).toHaveLength(1)
    expect(world.records.now()?.attempts).toMatchObject([{ answer: unknown('message-id-seen-before') }])
    expect(world.resumed).toEqual([])
  })

  it.each<[string, Person]>([
    ['text', aPerson({ text: undefined })],
    ['number', aPerson({ to: '' })],
  ])('does not call the carrier when there is no %s any more', async (_, person) => {
    const { send, calls, resumed } = aSendFunction({ person })
    await send(input)
    expect(calls).toEqual([])
    expect(resumed).toEqual([{ token: 'our-token', by: 'Refused', cause: 'request: text-erased' }])
  })

  it('is not armed when the person was erased since it was decided to send', async () => {
    const { send, records, calls, resumed } = aSendFunction({ person: undefined })
    await send(input)
    expect(calls).toEqual([])
    expect(records.now()).toMatchObject({ attempts: [], stopped: { outcome: 'expired', reason: 'person-erased' } })
    expect(resumed).toEqual([{ token: 'our-token', by: 'NotArmed', cause: 'person-erased' }])
  })

  it('lets its carrier prepare itself before anything is armed', async () => {
    const { send, records, calls } = aSendFunction({ preparesMs: 4_000 })
    await send(input)
    expect(records.steps).toEqual(['prepare', 'change', 'call', 'change', 'rendezvous'])
    expect(calls).toHaveLength(1)
  })

  it('calls nobody where the preparation took the time of the call, and its task fails as throttled', async () => {
    const { send, records, calls, resumed } = aSendFunction({ preparesMs: 4_001 })
    await send(input)
    expect(calls).toEqual([])
    expect(records.now()?.attempts).toMatchObject([{ answer: notSent('throttled', 'no-time-left') }])
    expect(resumed).toEqual([{ token: 'our-token', by: 'Refused', cause: 'throttled: no-time-left' }])
  })

  it('leaves nothing that may have been sent when the person cannot be read', async () => {
    const { send, records, calls } = aSendFunction({ readPerson: () => Promise.reject(new Error('the table is away')) })
    await expect(send(input)).rejects.toThrow('the table is away')
    expect(records.now()?.attempts).toEqual([])
    expect(calls).toEqual([])
  })
})

describe('an attempt whose receipt nobody awaits', () => {
  const unawaited = { ...input, next: aSendNext({ awaitReceipt: false, waitSeconds: 20 }) }
  const marketing = { notification: { kind: 'marketing' } } as const

  it('ends its notification in the very write that keeps the acceptance, and its task before the rendezvous', async () => {
    const { send, records, calls, resumed } = aSendFunction(marketing)
    await send(unawaited)
    expect(calls).toMatchObject([{ isTransactional: false }])
    expect(records.steps).toEqual(['change', 'call', 'change', 'rendezvous'])
    expect(records.now()).toMatchObject({ outcome: 'accepted', reason: 'accepted', endedAt: atNoon() })
    expect(resumed).toEqual([{ token: 'our-token', by: 'accepted' }])
  })

  it('rises to delivered by the receipt that overtook the answer', async () => {
    const world = aSendFunction({ ...marketing, meanwhile: ({ parkReceipt }) => parkReceipt(aReceipt(), noon) })
    await world.send(unawaited)
    expect(world.records.now()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered' }] })
  })

  it.each<[string, Answer, object]>([
    ['refused', notSent('route', 'unreachable'), { by: 'Refused', cause: 'route: unreachable' }],
    ['unknown', unknown('http-500'), { by: 'Unknown', cause: 'unknown-answer' }],
  ])('fails its task at once where it is %s', async (_, answer, resumed) => {
    const world = aSendFunction({ ...marketing, answer })
    await world.send(unawaited)
    expect(world.records.now()?.outcome).toBeUndefined()
    expect(world.resumed).toEqual([{ token: 'our-token', ...resumed }])
  })

  it('is not called for again, and its task told, where the acceptance is the outcome already', async () => {
    const attempts = [anAttempt({ status: 'accepted', answer: accepted() })]
    const another = { attempt: 1, token: 'another-token' }
    const world = aSendFunction({ notification: { kind: 'marketing', attempts, waiting: another, outcome: 'accepted' } })
    await world.send(unawaited)
    expect(world.calls).toEqual([])
    expect(world.resumed).toEqual([{ token: 'our-token', by: 'accepted' }])
  })
})

describe('an attempt that this invocation did not arm is never called for', () => {
  const another = { attempt: 1, token: 'another-token' }
  it.each<[string, Partial<Notification>, Date, object[]]>([
    ['a redrive takes over the wait', { attempts: [anAttempt()], waiting: another }, noon, []],
    [
      'a redrive finds that the wait is over',
      { attempts: [anAttempt({ status: 'delivered' })], waiting: another, outcome: 'delivered' },
      noon,
      [{ token: 'our-token', by: 'delivered' }],
    ],
    [
      'a second start of the same task does nothing',
      { attempts: [anAttempt()], waiting: { attempt: 1, token: 'our-token' } },
      noon,
      [],
    ],
    [
      'an overtaken task is told so, and the later one waits on',
      { attempts: [anAttempt({ closed: true }), anAttempt({ number: 2 })], waiting: { attempt: 2, token: 'another-token' } },
      noon,
      [{ token: 'our-token', by: 'NotArmed', cause: 'overtaken' }],
    ],
    ['an expired one is not armed', {}, afterNoon(86_400), [{ token: 'our-token', by: 'NotArmed', cause: 'validity-passed' }]],
    [
      'an ended one is not armed',
      { outcome: 'undeliverable', reason: 'fault' },
      noon,
      [{ token: 'our-token', by: 'NotArmed', cause: 'undeliverable' }],
    ],
  ])('%s', async (_, notification, now, resumed) => {
    const world = aSendFunction({ notification, now })
    await world.send(input)
    expect(world.calls).toEqual([])
    expect(world.resumed).toEqual(resumed)
  })
})

it('calls the carrier once, however often and under however many tokens one attempt is asked for', async () => {
  const { send, calls } = aSendFunction()
  for (const taskToken of ['our-token', 'our-token', 'another-token', 'our-token']) await send({ ...input, taskToken })
  expect(calls).toHaveLength(1)
})

it.each([
  undefined,
  { ...input, taskToken: '' },
  { ...input, next: aSendNext({ attempt: 0 }) },
  { ...input, next: { decision: 'stop', outcome: 'expired', reason: 'validity-passed' } },
])('does not take %j for its input', async (wrong) => {
  const { send, calls, records } = aSendFunction()
  await expect(send(wrong)).rejects.toThrow(z.ZodError)
  expect(calls).toEqual([])
  expect(records.steps).toEqual([])
})
