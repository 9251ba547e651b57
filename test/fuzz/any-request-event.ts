import { randomUUID } from 'node:crypto'
import type { RejectionCode } from '../../functions/request/rejections.ts'
import { aRequest, aRequestEvent } from '../builders/a-request-event.ts'
import { atNoon } from '../builders/noon.ts'
import { canaryNumber, canaryWord } from './canary.ts'
import type { Drawn } from './every-run.ts'

/** What has to become of an event: its notification is opened, or it is rejected by this code; a repeat is neither. */
export type Fate = 'opened' | 'repeated' | RejectionCode

interface Made {
  readonly body: string
  readonly fate: Fate
}

type Making = (n: number, junk: string) => Made

const pick = <const One>(all: readonly One[], n: number): One => all[n % all.length] as One

/** The id of an event that came before all others. */
export const firstId = 'fuzz-first'

/** A letter for each digit, so that no two inputs share an id and none holds digits of the number. */
const inLetters = (n: number) => `${n}`.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')

/** A request that nothing is wrong with, under an id of its own. */
const request = (n: number, overrides: object = {}) =>
  aRequest({
    notificationId: `fuzz-${inLetters(n)}`,
    to: canaryNumber,
    params: { orderNo: canaryWord, eta: 'soon' },
    ...overrides,
  })

const event = (detail: unknown, overrides: object = {}) => aRequestEvent(detail, { id: randomUUID(), ...overrides })
const malformed = (body: string): Made => ({ body, fate: 'malformed' })
const opened = (n: number, params: unknown): Made => ({ body: event(request(n, { params })), fate: 'opened' })

/** JSON text of its own: names like __proto__ are no fields of an object literal. */
const withDetail = (n: number, detail: string) => event(request(n)).replace(/"detail":\{/, `"detail":{${detail},`)

const nested = (levels: number, innermost = '1') => `${'{"a":'.repeat(levels)}${innermost}${'}'.repeat(levels)}`
const withParams = (n: number, params: string) => event(request(n, { params: 'PARAMS' })).replace('"PARAMS"', params)
const wrong = [null, 1, true, '', [], {}, [canaryWord], { [canaryWord]: canaryNumber }, 'x'.repeat(65)]

const thirtyDays = 2_592_000

/** Every sort of event that may come, good and bad. */
export const requestEvents = {
  good: (n, junk) => opened(n, { orderNo: `${canaryWord}${junk}`, eta: pick(['', 0, -1.5, true, null, ['a'], { b: 'c' }], n) }),
  'with the first id and the same content': () => ({ body: event(aRequest({ notificationId: firstId })), fate: 'repeated' }),
  'with the first id and other content': (n, junk) => ({
    body: event(aRequest({ notificationId: firstId, params: { orderNo: `${canaryWord}${junk}${n}` } })),
    fate: 'idempotency-conflict',
  }),
  'too old': (n) => ({ body: event(request(n), { time: atNoon(-86_403 - (n % 1e8)) }), fate: 'stale' }),
  'to be sent later': (n) => ({ body: event(request(n, { sendAfter: atNoon(n % thirtyDays) })), fate: 'opened' }),
  'to be sent too late': (n) => ({
    body: event(request(n, { sendAfter: atNoon(thirtyDays + 1 + (n % 1e8)) })),
    fate: 'send-after-too-far',
  }),
  'to be sent when it is of no use any more': (n) =>
    malformed(event(request(n, { sendAfter: atNoon(60 + (n % 60)), expiresAt: atNoon(n % 61) }))),
  'in a zone that is none': (n, junk) =>
    malformed(event(request(n, { timeZone: pick([`${canaryWord} ${junk}`, '+01:00', ''], n) }))),
  'to cancel or to confirm': (n) =>
    malformed(event(request(n), { 'detail-type': pick(['Cancel Notification', 'Notification Confirmed'], n) })),
  'with the number in its id': (n) => ({
    body: event(request(n, { notificationId: pick(['otp-4155550199', '415.555.0199', 'a5-55-01-99', 'x-14155550199'], n) })),
    fate: 'id-reveals-recipient',
  }),
  'no JSON': (n, junk) =>
    malformed(
      pick(
        ['', '{', `${canaryWord}${junk}`, `{"a":${canaryWord}}`, `${event(request(n))}}`, '\u0000', `"${canaryWord}\\ud8"`],
        n,
      ),
    ),
  'no event': (n, junk) =>
    malformed(
      JSON.stringify(
        pick([null, 1, canaryWord, [], {}, { detail: request(n) }, [event(request(n))], { [junk]: canaryNumber }], n),
      ),
    ),
  'in a wrong envelope': (n, junk) =>
    malformed(
      event(
        request(n),
        pick(
          [
            { time: canaryWord },
            { time: null },
            { 'detail-type': canaryWord },
            { 'detail-type': junk },
            { time: '2026-02-31T00:00:00Z' },
          ],
          n,
        ),
      ),
    ),
  'without a field': (n) => {
    const { [pick(['notificationId', 'to', 'template', 'params'] as const, n)]: _, ...rest } = request(n)
    return malformed(event(rest))
  },
  'with a field of a wrong type': (n) => {
    const field = pick(['notificationId', 'to', 'template', 'params'], n)
    const value = pick(wrong, Math.floor(n / 4))
    const isFine = field === 'params' && typeof value === 'object' && value !== null && !Array.isArray(value)
    return isFine ? opened(n, value) : malformed(event(request(n, { [field]: value })))
  },
  'with an id that is none': (n, junk) =>
    malformed(
      event(
        request(n, {
          notificationId: pick([`${canaryWord} ${junk}`, 'x'.repeat(65), 'ä', '../etc', 'a/b', `a\n${canaryWord}`, '💥'], n),
        }),
      ),
    ),
  // A name that reads as an identifier is told, so that its sender finds it: a canary in a name is none.
  'with a field more': (n, junk) =>
    malformed(
      event({ ...request(n), [pick([`${canaryWord} ${junk}`, canaryNumber, 'constructor', 'toString'], n)]: canaryWord }),
    ),
  'with a prototype': (n) =>
    malformed(
      withDetail(n, pick(['"__proto__":{"to":"x"}', '"constructor":{"prototype":{}}', `"__proto__":"${canaryWord}"`], n)),
    ),
  'with a prototype among its parameters': (n) => malformed(withParams(n, `{"__proto__":{"polluted":"${canaryWord}"}}`)),
  'with thousands of fields': (n) =>
    malformed(
      event({ ...request(n), ...Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`${canaryWord} ${at}`, n])) }),
    ),
  'larger than EventBridge takes': (n) => malformed(event(request(n, { params: { orderNo: canaryWord.repeat(44_000) } }))),
  'larger than EventBridge takes, in fewer characters': (n) =>
    malformed(event(request(n, { params: { orderNo: `${canaryWord}${'語'.repeat(140_000)}` } }))),
  'as deep as it fits': (n) =>
    malformed(withParams(n, pick([`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, nested(30_000)], n))),
  'deeper than DynamoDB keeps': (n) =>
    malformed(withParams(n, pick([nested(33), `{"a":${'['.repeat(33)}${']'.repeat(33)}}`], n))),
  'with numbers that DynamoDB does not keep': (n) =>
    malformed(withParams(n, `{"a":${pick(['1e300', '9007199254740993', '-1e16', '1e999', '5e-324'], n)}}`)),
  'with a constructor among its parameters': (n) =>
    malformed(
      withParams(
        n,
        pick(
          [
            `{"a":{"constructor":"${canaryWord}"}}`,
            '{"constructor":{"name":"Set"}}',
            '{"a":{"constructor":{"name":"Uint8Array"}}}',
          ],
          n,
        ),
      ),
    ),
  'with half a character': (n) =>
    malformed(withParams(n, pick([`{"a":"${canaryWord}\\ud800"}`, '{"a":["\\udfff"]}', '{"\\ud800":1}'], n))),
} satisfies Record<string, Making>

export type RequestSort = keyof typeof requestEvents

const often = 300

export const requestWeights = {
  ...(Object.fromEntries(Object.keys(requestEvents).map((sort) => [sort, often])) as Record<RequestSort, number>),
  'with thousands of fields': 1,
  'larger than EventBridge takes': 1,
  'larger than EventBridge takes, in fewer characters': 1,
  'as deep as it fits': 1,
}

export const aFuzzedRequest = ({ sort, n, junk }: Drawn<RequestSort>, before: number): Made =>
  requestEvents[sort](n * 100_000 + before, junk.toWellFormed())
