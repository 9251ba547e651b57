import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDeliveryLog } from '../../../functions/carriers/sns-delivery-log.ts'
import { type Failure, failureClasses } from '../../../functions/notification/failure.ts'
import { Receipt } from '../../../functions/notification/receipt.ts'
import { aDeliveryLog, aFailureLog } from '../../builders/a-delivery-log.ts'

/** Every text that SNS is known to give; the later ones are not documented. */
const failures: [string, Failure['class'], string][] = [
  ['Invalid phone number', 'recipient', 'invalid-number'],
  ['Phone has blocked SMS', 'recipient', 'blocked-by-phone'],
  ['Phone is on a blocked list', 'recipient', 'blocked-list'],
  ['Destination is on a blocked list', 'recipient', 'blocked-list'],
  ['Phone number is opted out', 'recipient', 'opted-out'],
  ['+14155550123 is opted out of receiving SMS messages from your AWS account', 'recipient', 'opted-out'],
  ['Phone is currently unreachable/unavailable', 'absent', 'unreachable'],
  ['Message body is invalid', 'request', 'invalid-body'],
  ['Blocked as spam by phone carrier', 'content', 'spam'],
  ['Phone carrier has blocked this message', 'route', 'blocked-by-carrier'],
  ['Phone carrier is currently unreachable/unavailable', 'route', 'carrier-unreachable'],
  ['This delivery would exceed max price', 'account', 'over-max-price'],
  ['Unknown error attempting to reach phone', 'unclassified', 'unknown-error'],
  ['No quota left for account', 'account', 'no-quota'],
  ['Sandboxed account unable to send to number', 'account', 'sandbox'],
  ['Your account requires additional review before it can send SMS', 'account', 'under-review'],
  ['Rate exceeded', 'throttled', 'rate-exceeded'],
  ['Unhandled provider', 'unclassified', 'unknown-text'],
]

/** As SNS writes one and the same text: with a full stop and without, and nobody promises its case. */
const spellings: [string, (words: string) => string][] = [
  ['', (words) => words],
  [' with a full stop', (words) => `${words}.`],
  [' in capital letters', (words) => words.toUpperCase()],
  [' among blanks', (words) => ` ${words} `],
]

describe.each(spellings)("SNS's failure text%s", (_, spelt) => {
  it.each(failures)('"%s" is of class %s, reason %s', (words, failureClass, reason) => {
    expect(readDeliveryLog(aFailureLog(spelt(words)))).toMatchObject({
      status: 'undelivered',
      failure: { class: failureClass, reason },
    })
  })
})

describe("SNS's success text", () => {
  it.each([
    ['Message has been accepted by phone', 'handset'],
    ['Message has been accepted by phone.', 'handset'],
    ['MESSAGE HAS BEEN ACCEPTED BY PHONE', 'handset'],
    ['Message has been accepted by phone carrier', 'network'],
    ['Message has been accepted by phone carrier.', 'network'],
    ['Delivered', 'network'],
    ['A text that nobody knows', 'network'],
    [undefined, 'network'],
  ])('"%s" is a delivery by the word of the %s', (providerResponse, evidence) => {
    const receipt = readDeliveryLog(aDeliveryLog({ delivery: { providerResponse } }))
    expect(receipt).toMatchObject({ status: 'delivered', evidence })
    expect(receipt).not.toHaveProperty('failure')
  })
})

describe("a line of SNS's delivery log", () => {
  it('tells message, fate, parts, price and time', () => {
    expect(readDeliveryLog(aDeliveryLog())).toEqual({
      carrier: 'sns',
      messageId: 'message-1',
      status: 'delivered',
      evidence: 'handset',
      parts: 1,
      price: { amount: 0.00645, currency: 'USD' },
      at: '2026-11-22 12:00:05.12',
    })
  })

  it('may hold as little as an early failure does', () => {
    const early = {
      notification: { messageId: 'message-1', timestamp: '2026-11-22 12:00:05.1' },
      delivery: {
        destination: '+14155550123',
        smsType: 'Transactional',
        providerResponse: 'No quota left for account.',
        dwellTimeMs: 20,
      },
      status: 'FAILURE',
    }
    expect(readDeliveryLog(JSON.stringify(early))).toEqual({
      carrier: 'sns',
      messageId: 'message-1',
      status: 'undelivered',
      failure: { class: 'account', reason: 'no-quota' },
      at: '2026-11-22 12:00:05.1',
    })
  })

  it.each<[string, Parameters<typeof aDeliveryLog>[0]]>([
    ['the price', { delivery: { priceInUSD: undefined } }],
    ['the parts', { delivery: { numberOfMessageParts: undefined } }],
    ['the time', { notification: { timestamp: undefined } }],
    ['the carrier', { delivery: { phoneCarrier: undefined, mcc: undefined, mnc: undefined } }],
    ["the handset's time", { delivery: { dwellTimeMsUntilDeviceAck: undefined } }],
    ['the words of a failure', { status: 'FAILURE', delivery: { providerResponse: undefined } }],
  ])('may lack %s', (_, missing) => {
    expect(readDeliveryLog(aDeliveryLog(missing))).toMatchObject({ messageId: 'message-1' })
  })

  it('never gives away the number', () => {
    expect(JSON.stringify(readDeliveryLog(aDeliveryLog()))).not.toContain('4155550123')
  })

  it.each([
    ['no JSON', '{"notification":'],
    ['no object', '"SUCCESS"'],
    ['another log', '{"level":"INFO","message":"hello"}'],
    ['without a message id', aDeliveryLog({ notification: { messageId: undefined } })],
    ['with an empty message id', aDeliveryLog({ notification: { messageId: '' } })],
    ['of a status that is neither', aDeliveryLog({ status: 'PENDING' })],
  ])('is none when it is %s', (_, line) => {
    expect(readDeliveryLog(line)).toBeUndefined()
  })
})

describe('words that no table has', () => {
  it('stay in the record without the number that they hold', () => {
    expect(readDeliveryLog(aFailureLog('No route to +14155550123 today'))).toMatchObject({
      failure: { class: 'unclassified', reason: 'unknown-text' },
      unclassified: 'No route to +########### today',
    })
  })

  it('are none of the table where a full stop stands in their midst', () => {
    expect(readDeliveryLog(aFailureLog('Rate. exceeded'))).toMatchObject({ failure: { reason: 'unknown-text' } })
  })

  it('are kept as nothing where there are none', () => {
    expect(readDeliveryLog(aFailureLog(undefined))).toMatchObject({ failure: { reason: 'unknown-text' }, unclassified: '' })
  })

  it('stay in the record as no more than 200 characters', () => {
    expect(readDeliveryLog(aFailureLog('no'.repeat(5_000)))?.unclassified).toHaveLength(200)
  })

  it('stay in the record as text that can be stored, where an emoji stands at the cut', () => {
    expect(readDeliveryLog(aFailureLog(`${'o'.repeat(199)}😀`))?.unclassified).toMatch(/^o{199}.$/)
    expect(readDeliveryLog(aFailureLog(`${'o'.repeat(199)}😀`))?.unclassified?.isWellFormed()).toBe(true)
  })

  it('are of a known class all the same, and kept without any digit of any script', () => {
    const anyWords = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('constructor', '__proto__', 'toString', '+١٤١٥٥٥٥٠١٢٣', '＋１４１５５５５０１２３'),
    )
    fc.assert(
      fc.property(anyWords, (words) => {
        const receipt = Receipt.parse(readDeliveryLog(aFailureLog(words)))
        expect(failureClasses).toContain(receipt.failure?.class)
        expect(JSON.stringify(receipt.unclassified ?? '')).not.toMatch(/\p{Nd}/u)
      }),
    )
  })
})
