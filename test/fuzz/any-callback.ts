import { createHmac } from 'node:crypto'
import twilioPackage from 'twilio'
import { callbackUrlOf } from '../../functions/carriers/twilio-callback-url.ts'
import { afterNoon, noon } from '../builders/noon.ts'
import { account } from '../functions/carriers/a-twilio-caller.ts'
import { canaryNumber, canaryWord } from './canary.ts'
import type { Drawn } from './every-run.ts'

export const notificationId = 'shop-order-4711-shipped'
const domainName = 'abc.lambda-url.us-east-1.on.aws'

/** How the function has to answer, and why; 'taken' is the only answer that changes a record. */
export type Answer = 'taken' | 'nothing-new' | 'forged' | 'expired' | 'foreign' | 'malformed' | 'oversized' | 'unknown-attempt'

type Fields = readonly (readonly [string, string])[]

interface Parts {
  readonly query?: string
  readonly path?: string
  readonly fields?: Fields
  readonly body?: string
  readonly token?: string
  readonly contentType?: string
  readonly headers?: Record<string, string>
  readonly base64?: boolean
}

/** What is done to a call after it was signed. */
interface Tampering {
  readonly rawQueryString?: string
  readonly rawPath?: string
  readonly body?: string
  readonly isBase64Encoded?: boolean
  readonly headers?: Record<string, string | undefined>
}

const form = 'application/x-www-form-urlencoded; charset=UTF-8'

const queryOf = (attempt = 2, id = notificationId, at = noon) =>
  new URL(callbackUrlOf(`https://${domainName}/twilio`, { notificationId: id, attempt }, at)).search.slice(1)

const sidOf = (n: number) => `SM${n.toString(16).padStart(32, '0')}`

/** What Twilio says of a delivered text, one of its own for each number. */
const statement = (n: number, overrides: Readonly<Record<string, string | undefined>> = {}): Fields =>
  Object.entries({
    MessageSid: sidOf(n),
    AccountSid: account.accountSid,
    From: '+15005550006',
    To: canaryNumber,
    MessageStatus: 'delivered',
    Body: canaryWord,
    ...overrides,
  }).flatMap(([name, value]): Fields => (value === undefined ? [] : [[name, value]]))

const encoded = (fields: Fields) => new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString()

/** The signature of any body by the rule for forms: the vendor's package takes only objects, which no repeated name fits into. */
const signatureOf = (url: string, body: string, token: string): string => {
  const byName = Map.groupBy(new URLSearchParams(body), ([name]) => name)
  const sorted = [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const said = sorted.flatMap(([name, all]) =>
    [...new Set(all.map(([, value]) => value))].toSorted().map((value) => name + value),
  )
  return createHmac('sha1', token)
    .update(url + said.join(''))
    .digest('base64')
}

/** A call of the Function URL as Lambda hands it over, signed unless told otherwise. */
const call = (
  { query = queryOf(), path = '/twilio', fields, body, token = account.authToken, ...others }: Parts,
  tampering: Tampering = {},
) => {
  const said = body ?? encoded(fields ?? [])
  const url = `https://${domainName}${path}${query && `?${query}`}`
  const headers = {
    host: `${canaryWord}.example.com`,
    'content-type': others.contentType ?? form,
    'x-twilio-signature': signatureOf(url, said, token),
    'user-agent': canaryWord,
    ...others.headers,
    ...tampering.headers,
  }
  return {
    version: '2.0',
    rawPath: tampering.rawPath ?? path,
    rawQueryString: tampering.rawQueryString ?? query,
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
    requestContext: { domainName, http: { method: 'POST', path: '/twilio' } },
    body: tampering.body ?? (others.base64 ? Buffer.from(said).toString('base64') : said),
    isBase64Encoded: tampering.isBase64Encoded ?? others.base64 ?? false,
  }
}

const pick = <One>(all: readonly One[], n: number): One => all[n % all.length] as One

/** The vendor's own signature: that of our rule would repeat our mistake. */
const byVendor = (n: number) => {
  const fields = Object.fromEntries(statement(n))
  return twilioPackage.getExpectedTwilioSignature(account.authToken, `https://${domainName}/twilio?${queryOf()}`, fields)
}

const deep = (levels: number) => '['.repeat(levels)

type Making = (n: number, junk: string) => { readonly event: ReturnType<typeof call>; readonly answer: Answer }

/** Every sort of callback that may come, good and bad, and what it is answered. */
export const callbacks = {
  good: (n) => ({
    event: call({ fields: statement(n), base64: n % 2 === 0, headers: { 'x-twilio-signature': byVendor(n) } }),
    answer: 'taken',
  }),
  'repeating a field with the same value': (n) => ({
    event: call({ fields: [...statement(n), ...statement(n).slice(0, 2)] }),
    answer: 'taken',
  }),
  'with fields that nobody knows': (n, junk) => ({
    event: call({ fields: [...statement(n), [`X${junk}`, junk + canaryWord]] }),
    answer: 'taken',
  }),
  'saying nothing new': (n) => ({
    event: call({ fields: statement(n, { MessageStatus: pick(['queued', 'sending', 'accepted'], n) }) }),
    answer: 'nothing-new',
  }),
  unsigned: (n) => ({
    event: call({ fields: statement(n) }, { headers: { 'x-twilio-signature': undefined } }),
    answer: 'forged',
  }),
  'signed by nobody': (n, junk) => ({
    event: call(
      { fields: statement(n) },
      {
        headers: {
          'x-twilio-signature': pick(
            ['', junk, canaryWord, Buffer.from(junk.padEnd(20)).toString('base64'), 'A'.repeat(8_000)],
            n,
          ),
        },
      },
    ),
    answer: 'forged',
  }),
  'signed with another token': (n, junk) => ({
    event: call({ fields: statement(n), token: pick(['', junk, 'f'.repeat(32)], n) }),
    answer: 'forged',
  }),
  'changed in its body': (n, junk) => {
    const signed = encoded(statement(n))
    const body = pick(
      [
        `${signed}&${canaryWord}=${encodeURIComponent(junk.toWellFormed())}`,
        signed.replace('delivered', 'failed'),
        `MessageStatus=read&${signed}`,
        signed.slice(1),
        '',
      ],
      n,
    )
    return { event: call({ body: signed }, { body }), answer: 'forged' }
  },
  'changed in its URL': (n, junk) => {
    const rawQueryString = pick(
      [queryOf(1), queryOf(2, 'another'), queryOf(2, notificationId, afterNoon(60)), `${queryOf()}&attempt=${canaryWord}`, ''],
      n,
    )
    return {
      event: call(
        { fields: statement(n) },
        n % 7 === 0 ? { rawPath: `/${encodeURIComponent(junk.toWellFormed())}x` } : { rawQueryString },
      ),
      answer: 'forged',
    }
  },
  'replayed after its time': (n) => ({
    event: call({ fields: statement(n), query: queryOf(2, notificationId, afterNoon(-700_000 - (n % 1e8))) }),
    answer: 'expired',
  }),
  'without an expiry': (n, junk) => ({
    event: call({
      fields: statement(n),
      query: `attempt=${notificationId}%2F2${pick(['', '&expires=', '&expires=-1', `&expires=${encodeURIComponent(junk.toWellFormed())}x`], n)}`,
    }),
    answer: 'malformed',
  }),
  "of another's account": (n, junk) => ({
    event: call({
      fields: pick(
        [
          statement(n, { AccountSid: `AC${'0'.repeat(32)}` }),
          [['AccountSid', junk], ...statement(n)],
          statement(n).filter(([name]) => name !== 'AccountSid'),
        ],
        n,
      ),
    }),
    answer: 'foreign',
  }),
  'of an attempt that there is not': (n, junk) => ({
    event: call({
      fields: statement(n),
      query: queryOf(pick([1, 3, 9_999], n), n % 2 === 0 ? notificationId : `${canaryWord}-${junk.replaceAll(/[^a-z]/g, '')}`),
    }),
    answer: 'unknown-attempt',
  }),
  'naming no attempt': (n, junk) => ({
    event: call({
      fields: statement(n),
      query: queryOf().replace(
        /attempt=[^&]*/,
        `attempt=${pick(['', 'x', `${notificationId}%2F0`, `__proto__%2F${canaryWord}`, encodeURIComponent(junk.toWellFormed())], n)}`,
      ),
    }),
    answer: 'malformed',
  }),
  'with a status or a message nobody knows': (n, junk) => ({
    event: call({
      fields: statement(
        n,
        pick(
          [
            { MessageStatus: `${junk}${canaryWord}` },
            { MessageStatus: 'constructor' },
            { MessageSid: `${junk}x` },
            { MessageSid: `SM${canaryWord}` },
          ],
          n,
        ),
      ),
    }),
    answer: 'malformed',
  }),
  'of another content type': (n, junk) => ({
    event: call({
      fields: statement(n),
      contentType: pick(
        [
          'application/json',
          `text/plain; ${canaryWord}`,
          `${junk}x`,
          'multipart/form-data; boundary=x',
          'application/x-www-form-urlencodedx',
        ],
        n,
      ),
    }),
    answer: 'malformed',
  }),
  'in no encoding at all': (n, junk) => ({
    event: call({ body: pick([`%zz=${canaryWord}`, '%', '&&&=&=', `${junk}=%ff%fe`, '\u0000', `${canaryWord}=\ud800`], n) }),
    answer: 'foreign',
  }),
  'said to be Base64, which it is not': (n) => ({
    event: call({ fields: statement(n) }, { isBase64Encoded: true }),
    answer: 'forged',
  }),
  'larger than any of Twilio': (n) => ({
    event: call({ body: `${canaryWord}=${'x'.repeat(16_500 + (n % 5_000))}` }),
    answer: 'oversized',
  }),
  'a bomb of JSON': (n) => ({
    event: call(
      { body: '' },
      {
        body: pick([deep(16_000), `{"a":${deep(8_000)}`, `{"__proto__":"${canaryWord}"}`], n),
        headers: { 'content-type': 'application/json' },
      },
    ),
    answer: 'forged',
  }),
  'of thousands of fields': (n) => ({
    event: call(
      { body: '' },
      { body: Array.from({ length: 3_000 }, (_, at) => ((at * 7919 + n) % 46_656).toString(36)).join('&') },
    ),
    answer: 'oversized',
  }),
} satisfies Record<string, Making>

export type CallbackSort = keyof typeof callbacks

const often = 10

export const callbackWeights = {
  ...(Object.fromEntries(Object.keys(callbacks).map((sort) => [sort, often])) as Record<CallbackSort, number>),
  'larger than any of Twilio': 1,
  'a bomb of JSON': 1,
  'of thousands of fields': 1,
}

export const aCallback = ({ sort, n, junk }: Drawn<CallbackSort>, before: number) => callbacks[sort](n * 100_000 + before, junk)
