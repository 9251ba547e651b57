import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { SendNext } from '../../../functions/notification/next.ts'
import type { ScriptInput } from '../../../local/carrier-network/client.ts'
import { order, payment, requestsTo } from '../../e2e/heliograph.ts'
import { it } from '../it.ts'
import { lost } from '../requests.ts'
import { type SendingAgain, sendingAgain } from '../send-again.ts'
import { sentenceOfAll } from '../sentence-of.ts'

const aRequest = requestsTo(713)

let world: SendingAgain
beforeAll(async () => {
  world = await sendingAgain()
})
afterAll(() => world.stop())

/** The decision that the Send state had got for attempt 1. */
const first = (carrier: SendNext['carrier']): SendNext => ({
  decision: 'send',
  attempt: 1,
  carrier,
  awaitReceipt: true,
  waitSeconds: 12,
})

type Asked = ReturnType<typeof aRequest>

/** A record in one of the states in which an operator may find it. */
interface Found {
  readonly kind: object
  readonly carrier: SendNext['carrier']
  readonly scripts: Readonly<Partial<Record<SendNext['carrier'], ScriptInput>>>
  /** Waits until the record is in that state. */
  readonly isThere: (request: Asked) => Promise<unknown>
  readonly requests: readonly string[]
  readonly outcome: string
}

const sent = ({ notificationId }: Asked) => world.event(notificationId, 'Notification Sent')
const attemptsAre = (count: number) => (request: Asked) =>
  world.until(async () => expect((await world.notification(request.notificationId)).attempts).toHaveLength(count))
const hasEnded = (request: Asked) => world.ended(request)

const refuses = { call: { fate: 'refuse', code: 'AuthorizationError' } } as const
const hangs = { call: { fate: 'hang', afterAcceptance: true }, ...lost } as const

const records: Readonly<Record<string, Found>> = {
  'armed and not answered': {
    kind: payment,
    carrier: 'sns',
    scripts: { sns: hangs },
    isThere: attemptsAre(1),
    requests: ['sns'],
    outcome: 'unknown',
  },
  'answered and waiting for a receipt': {
    kind: order,
    carrier: 'sns',
    scripts: { sns: { receipts: [{ status: 'delivered', afterMs: 8_000 }] } },
    isThere: sent,
    requests: ['sns'],
    outcome: 'delivered',
  },
  delivered: { kind: {}, carrier: 'twilio', scripts: {}, isThere: hasEnded, requests: ['twilio'], outcome: 'delivered' },
  'undeliverable, blocked by the phone': {
    kind: order,
    carrier: 'sns',
    scripts: { sns: { receipts: [{ status: 'undelivered', providerResponse: 'Phone has blocked SMS' }] } },
    isThere: hasEnded,
    requests: ['sns'],
    outcome: 'undeliverable',
  },
  'unknown after a silence': {
    kind: payment,
    carrier: 'sns',
    scripts: { sns: lost },
    isThere: hasEnded,
    requests: ['sns'],
    outcome: 'unknown',
  },
  'refused, and delivered by a later attempt': {
    kind: order,
    carrier: 'sns',
    scripts: { sns: refuses },
    isThere: hasEnded,
    requests: ['sns', 'twilio'],
    outcome: 'delivered',
  },
  'refused, while a later attempt waits for its receipt': {
    kind: order,
    carrier: 'sns',
    scripts: { sns: refuses, twilio: { receipts: [{ status: 'delivered', afterMs: 8_000 }] } },
    isThere: attemptsAre(2),
    requests: ['sns', 'twilio'],
    outcome: 'delivered',
  },
}

describe.concurrent('Send run again', () => {
  it.for(Object.entries(records))(
    'F23: Send run again three times on a record that is %s calls nobody',
    async ([, found], { tell }) => {
      const request = aRequest(found.kind)
      for (const carrier of ['sns', 'twilio'] as const) {
        const script = found.scripts[carrier]
        if (script) await world.network.scriptCarrierPhone(carrier, request.to, script)
      }
      await world.put(request)
      await found.isThere(request)
      const runs = await Promise.all([1, 2, 3].map(() => world.sendAgain(request.notificationId, first(found.carrier))))
      const ends = await Promise.all(runs.map((run) => world.until(() => world.endOf(run))))
      const judged = await world.ended(request)
      expect(judged[0]?.calls.map(({ carrier }) => carrier)).toEqual(found.requests)
      expect(judged).toMatchObject([{ notification: { outcome: found.outcome } }])
      tell(`${sentenceOfAll(judged)}; the runs ended: ${[...new Set(ends)].sort().join(', ')}`)
    },
  )

  it('F23: Send run again on a record that has expired calls nobody', async ({ tell }) => {
    const request = aRequest({ expiresAt: new Date(Date.now() - 1_000).toISOString() })
    await world.send(request)
    const run = await world.sendAgain(request.notificationId, first('twilio'))
    const ended = await world.until(() => world.endOf(run))
    const judged = await world.ended(request)
    expect(judged).toMatchObject([{ notification: { outcome: 'expired' }, calls: [] }])
    tell(`${sentenceOfAll(judged)}; the run ended: ${ended}`)
  })
})
