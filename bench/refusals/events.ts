import { parseJson } from '../../functions/notification/parse-json.ts'
import { readRequest } from '../../functions/request/read-request.ts'
import { now, type Refusal } from './refusal.ts'

const detail = {
  notificationId: 'shop-order-4711-shipped',
  to: '+14155550123',
  template: 'order-shipped',
  params: { orderNo: '4711' },
}
const event = (request: unknown, overrides: object = {}) =>
  JSON.stringify({ 'detail-type': 'Notification Requested', time: now.toISOString(), detail: request, ...overrides })
const unknownFields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`field ${at}`, at]))

const bodies: readonly [string, string][] = [
  ['a field is missing', event({ ...detail, to: undefined })],
  ['every field is wrong', event({ notificationId: 1, to: 1, template: 1, params: 1 })],
  ['no JSON', `${event(detail)}}`],
  ['a wrong envelope', event(detail, { time: 'soon' })],
  ['the number in the id', event({ ...detail, notificationId: 'otp-4155550123' })],
  ['1,000 unknown fields', event({ ...detail, ...unknownFields(1_000) })],
  ['8,000 unknown fields', event({ ...detail, ...unknownFields(8_000) })],
  [
    '100,000 levels',
    event({ ...detail, params: 'DEEP' }).replace('"DEEP"', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  ],
  ['1 MB', event({ ...detail, params: { a: 'x'.repeat(1_048_576) } })],
]

/** Reading alone; the peer is JSON.parse of the same text. */
export const events: readonly Refusal[] = bodies.map(([name, body]) => ({
  name: `event: ${name}`,
  work: () => readRequest(body, now, { mostEventAge: 86_400, requesters: { accounts: ['111122223333'] } }),
  peer: () => parseJson(body),
}))
