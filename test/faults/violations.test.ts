import { expect, it } from 'vitest'
import type { Call } from '../../local/carrier-network/truth.ts'
import { aNotification } from '../builders/a-notification.ts'
import { anAttempt } from '../builders/an-attempt.ts'
import { type Judged, violations } from './violations.ts'

const aCall = (overrides: Partial<Call> = {}): Call => ({
  carrier: 'sns',
  receivedAt: '2026-11-22T12:00:00.000Z',
  fate: 'accept',
  answered: true,
  text: 'Your order is on its way.',
  parts: 1,
  messageId: 'm1',
  ...overrides,
})

const accepted = (messageId: string) => ({ answer: { type: 'accepted', messageId } }) as const
const order = { kind: 'order', outcome: 'delivered' } as const
const attempts = [anAttempt({ ...accepted('m1'), status: 'delivered' })]

it('finds nothing wrong with a text that was sent once, taken once and delivered', () => {
  expect(violations({ notification: aNotification({ ...order, attempts }), calls: [aCall()] })).toEqual([])
})

it('finds nothing wrong with a text that a carrier took, when nobody knows its answer', () => {
  const unanswered = [anAttempt({ answer: { type: 'unknown', reason: 'no-answer' } })]
  const notification = aNotification({ ...order, outcome: 'unknown', attempts: unanswered })
  expect(violations({ notification, calls: [aCall()] })).toEqual([])
})

const twoOpen = [anAttempt({ closed: true }), anAttempt({ number: 2, carrier: 'twilio' })]
const perAttempt = (attempt: string) => aCall({ carrier: 'twilio', statusCallback: `https://example.com/?attempt=${attempt}` })

it.each<[string, Judged]>([
  [
    'I1: two requests for one attempt',
    { notification: aNotification({ ...order, attempts }), calls: [aCall(), aCall({ messageId: undefined })] },
  ],
  [
    'I1: two requests for one attempt',
    {
      notification: aNotification({ ...order, attempts: twoOpen.map((one) => ({ ...one, carrier: 'twilio' })) }),
      calls: [perAttempt('a/1'), perAttempt('a/1')],
    },
  ],
  [
    'I2: more attempts possibly sent than the kind allows',
    { notification: aNotification({ ...order, kind: 'payment', attempts: twoOpen }), calls: [] },
  ],
  [
    'I2: two texts of one notification differ',
    {
      notification: aNotification({ ...order, attempts: twoOpen }),
      calls: [aCall(), aCall({ carrier: 'twilio', text: 'Something else', messageId: 'm2' })],
    },
  ],
  ['I3: no outcome', { notification: aNotification({ kind: 'order', attempts }), calls: [aCall()] }],
  [
    'I4: the outcome and the attempts differ about a delivery',
    { notification: aNotification({ ...order, attempts: [anAttempt(accepted('m1'))] }), calls: [aCall()] },
  ],
  ['I5: the records name a message that no carrier took', { notification: aNotification({ ...order, attempts }), calls: [] }],
  [
    'I5: a carrier took a text that no attempt accounts for',
    { notification: aNotification({ ...order, attempts }), calls: [aCall(), aCall({ carrier: 'twilio', messageId: 'm2' })] },
  ],
  [
    'I5: parts taken and parts planned differ',
    { notification: aNotification({ ...order, attempts }), calls: [aCall({ parts: 2 })] },
  ],
])('finds %s', (violation, judged) => {
  expect(violations(judged)).toContain(violation)
})
