import { constants, gzipSync } from 'node:zlib'
import { aDeliveryLog } from '../builders/a-delivery-log.ts'
import { canaryNumber, canaryWord } from './canary.ts'
import type { Drawn } from './every-run.ts'

/** How a delivery ends, and how many of its entries are taken. A refusal is a throw: Lambda then brings the delivery again. */
export interface LogDelivery {
  readonly event: unknown
  readonly ends: 'taken' | 'refused'
  readonly entries: number
}

type Making = (n: number, junk: string) => LogDelivery

const pick = <const One>(all: readonly One[], n: number): One => all[n % all.length] as One

const fast = { level: constants.Z_BEST_SPEED }
const packed = (delivery: unknown) => ({
  awslogs: { data: gzipSync(typeof delivery === 'string' ? delivery : JSON.stringify(delivery), fast).toString('base64') },
})

const delivery = (messages: readonly unknown[], overrides: object = {}) =>
  packed({
    messageType: 'DATA_MESSAGE',
    owner: canaryWord,
    logGroup: 'sns',
    logEvents: messages.map((message) => ({ id: '1', message })),
    ...overrides,
  })

const line = (
  n: number,
  { notification = {}, delivery: more = {}, ...others }: { notification?: object; delivery?: object; status?: unknown } = {},
) =>
  aDeliveryLog({
    notification: { messageId: `message-${n}`, ...notification },
    delivery: { destination: canaryNumber, phoneCarrier: canaryWord, ...more },
    ...(others as object),
  })

const refused = (event: unknown, entries = 0): LogDelivery => ({ event, ends: 'refused', entries })
const taken = (event: unknown, entries: number): LogDelivery => ({ event, ends: 'taken', entries })

/** Packs to a thousandth of what it holds; one that is JSON, so that only its size speaks against it. */
const bomb = packed(`{"messageType":"DATA_MESSAGE","logEvents":[],"pad":"${'x'.repeat(64 * 1024 * 1024)}"}`)

const otherShapes = [
  ...[null, 1, canaryWord, [], {}],
  { messageType: canaryWord, logEvents: [] },
  { messageType: 'DATA_MESSAGE' },
  { messageType: 'DATA_MESSAGE', logEvents: [canaryWord] },
].map(packed)

const nothing = delivery([])

/** Every sort of delivery that may come, good and bad. */
export const logDeliveries = {
  good: (n) => taken(delivery([line(n), line(n, { notification: { messageId: `other-${n}` } })]), 2),
  'with words nobody knows': (n, junk) =>
    taken(
      delivery([
        line(n, {
          status: 'FAILURE',
          delivery: {
            providerResponse: pick([`${junk} to ${canaryNumber}`, 'constructor', '__proto__', '', '\ud800', '💥'.repeat(300)], n),
          },
        }),
      ]),
      1,
    ),
  'with odd ids': (n, junk) =>
    taken(
      delivery([
        line(n, { notification: { messageId: `${pick(['constructor', '__proto__', 'M#sns#', '\u0000', `${junk}`], n)}${n}` } }),
      ]),
      1,
    ),
  'of control': (n) =>
    taken(
      delivery([pick(['CWL CONTROL MESSAGE: Checking health of destination Lambda.', canaryWord], n)], {
        messageType: 'CONTROL_MESSAGE',
      }),
      0,
    ),
  'of nothing': () => taken(nothing, 0),
  'no delivery': (n, junk) =>
    refused(
      pick(
        [
          undefined,
          null,
          1,
          junk,
          [],
          {},
          { awslogs: {} },
          { awslogs: { data: 1 } },
          { awslogs: { data: `${canaryWord}!` } },
          { Records: [] },
        ],
        n,
      ),
    ),
  'not packed': (n, junk) =>
    refused({ awslogs: { data: Buffer.from(pick([`${junk}${canaryWord}`, '', '{}', '\u001f\u008b'], n)).toString('base64') } }),
  'broken off': (n) => {
    const { data } = delivery([line(n)]).awslogs
    return refused({
      awslogs: {
        data: Buffer.from(data, 'base64')
          .subarray(0, -(9 + (n % 20)))
          .toString('base64'),
      },
    })
  },
  'packed, but no JSON': (n, junk) =>
    refused(packed(pick(['{', `${canaryWord}${junk}`, `{"a":${canaryWord}}`, '['.repeat(5_000), 'nullx'], n))),
  'of another shape': (n) => refused(pick(otherShapes, n)),
  'with an entry that is no delivery log': (n, junk) =>
    refused(
      delivery([
        line(n),
        pick(
          [
            `${canaryWord}${junk}`,
            '{}',
            'null',
            '{"__proto__":{"status":"SUCCESS"}}',
            '['.repeat(5_000),
            line(n, { status: canaryWord }),
            line(n, { notification: { messageId: '' } }),
            line(n, { delivery: { priceInUSD: -1 } }),
          ],
          n,
        ),
        line(n, { notification: { messageId: `third-${n}` } }),
      ]),
      2,
    ),
  'with an entry that is no text': (n) => refused(delivery([line(n), pick([1, null, { message: canaryWord }], n)])),
  'with an id that is no key': (n) =>
    refused(delivery([line(n, { notification: { messageId: `${canaryWord}${'x'.repeat(2_048)}` } }), line(n)]), 1),
  'that is a bomb': () => refused(bomb),
} satisfies Record<string, Making>

export type LogSort = keyof typeof logDeliveries

const often = 1_000

export const logWeights = {
  ...(Object.fromEntries(Object.keys(logDeliveries).map((sort) => [sort, often])) as Record<LogSort, number>),
  'that is a bomb': 1,
}

export const aFuzzedDelivery = ({ sort, n, junk }: Drawn<LogSort>, before: number): LogDelivery =>
  logDeliveries[sort](n * 100_000 + before, junk.toWellFormed())
