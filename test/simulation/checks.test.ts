import { describe, expect, it } from 'vitest'
import { readDeployed } from './core/deployed.ts'
import { idOf } from './core/ids.ts'
import { simulate } from './core/simulate.ts'
import { type Case, casesOf } from './judge/case.ts'
import { type CheckName, checks, violationsOf } from './judge/violations.ts'

const deployed = readDeployed()

/** One notification that everything went well with; then its truth is bent. */
const [good] = casesOf(await simulate(deployed, { seed: 7, notifications: [3], faults: [] }))
if (good === undefined) throw new Error('there is no case')

const { record, calls, statements, started, asked } = good
const [call] = calls
const [attempt] = record?.attempts ?? []
const [execution] = started
const [arming] = good.armings
const delivered = statements.find(({ told }) => told === 'delivered')
if (!(record && call && attempt && execution && arming && delivered)) throw new Error('it did not go well')

const hourMs = 3_600_000
const second = { ...call, attempt: 2, at: call.at + hourMs, messageId: 'message-2' }
const refused = { type: 'notSent', failure: { class: 'recipient', reason: 'opted-out' } } as const
const withAttempt = (changes: Partial<typeof attempt>): Case['record'] => ({ ...record, attempts: [{ ...attempt, ...changes }] })
const letter = { of: 3, queue: 'requests', redrive: () => {} } as const
const rejection = (reason: string) => ({
  of: 3,
  detailType: 'Notification Rejected' as const,
  detail: { eventId: 'e', requestEventId: asked[0]?.eventId ?? '', reason },
  times: 1,
})
const outcome = (detailType: 'Notification Expired' | 'Notification Unknown') => ({
  of: 3,
  detailType,
  detail: { eventId: detailType },
  times: 1,
})

/** For each check, a truth that it must not let pass. */
const bent: Readonly<Record<CheckName, Partial<Case>>> = {
  'I1 one request per attempt': { calls: [call, { ...call }] },
  'I2 few enough possibly sent': { calls: [call, second, { ...second, attempt: 3 }] },
  'I2 in doubt only once': {
    kind: 'payment',
    calls: [
      { ...call, saidFailedAt: undefined, arrivedAt: call.at },
      { ...second, arrivedAt: second.at },
    ],
  },
  'I2 one text': { calls: [call, { ...second, message: { ...call.message, text: 'another' } }] },
  'I2 nothing expired is sent': { calls: [{ ...call, ownClock: Date.parse(record.plan?.validUntil ?? '') }] },
  'I2 nothing is resent early': { calls: [call, { ...second, at: call.at + 1_000 }] },
  'I2 no silent carrier twice': { calls: [call, second] },
  'I2 nothing follows a delivery': { calls: [call, second] },
  'I2 nothing follows a final failure': {
    record: {
      ...record,
      attempts: [
        { ...attempt, answer: refused },
        { ...attempt, number: 2 },
      ],
    },
  },
  'I2 nothing refused is sent': { asked: [] },
  'I2 poison is refused': { faults: [{ fault: 'poison', of: 3, how: 'braces' }] },
  'I3 no event is lost': { asked: [...asked, { of: 3, eventId: 'x', at: 0, content: 'malformed', request: undefined }] },
  'I3 one content wins': { events: [rejection('idempotency-conflict')] },
  'I3 what is armed is sent': { calls: [] },
  'I3 everything has an outcome': { record: { ...record, outcome: undefined } },
  'I3 one outcome': { events: [outcome('Notification Expired'), outcome('Notification Unknown')] },
  'I3 only marketing is accepted': { record: { ...record, outcome: 'accepted' } },
  'I4 no receipt is lost': { facts: [] },
  'I4 no delivery is lost': { record: { ...record, outcome: 'unknown' } },
  'I4 nothing is made up': { statements: [] },
  'I4 status is merged': { record: withAttempt({ status: 'undelivered' }) },
  'I4 nothing forged is taken': { statements: [{ ...delivered, genuine: false, call: { ...call, carrier: 'twilio' } }] },
  'I4 everything is told': { events: [] },
  'I4 repeats are equal': { contradictions: ['an event'] },
  'I4 nobody sleeps on': { started: [{ ...execution, endedAt: call.at + hourMs }] },
  'I5 every part is known': { calls: [{ ...call, parts: 3 }] },
  'I5 what is open is called unknown': { record: { ...record, outcome: 'undeliverable' } },
  'I5 nothing else is billed': { calls: [] },
  'I6 no word leaks': { leaks: ['the name of an execution'] },
  'I7 nothing follows an opt-out': { armings: [{ ...arming, isOptedOut: true }] },
  'I7 nothing follows a cancellation': { armings: [{ ...arming, isCalledOff: true }] },
  'I7 what is cancelled ends': { isCancelledInVain: true },
  'I7 marketing has consent': { armings: [{ ...arming, kind: 'marketing', hasConsent: false }] },
  'I7 quiet hours are kept': {
    record: { ...record, timeZone: 'Asia/Tokyo' },
    armings: [{ ...arming, kind: 'marketing', hasConsent: true }],
  },
  'I7 frequency is kept': { tooFrequent: ['one too many'] },
  'I9 budgets hold': { budgets: ['one part too many'] },
  'I9 drains are heeded': { areDrainsIgnored: true },
  'I8 everything ends': { started: [{ ...execution, endedAt: undefined }] },
}

const isCheck = (name: string): name is CheckName => Object.hasOwn(checks, name)
const names = Object.keys(checks).filter(isCheck)

describe('a check', () => {
  it('finds nothing where all went well', () => {
    expect(good.id).toBe(idOf(3))
    expect(violationsOf(good)).toEqual([])
  })

  it.each(names)('sees what it is there to see: %s', (name) => {
    const found = violationsOf({ ...good, ...bent[name] }).map(({ check }) => check)
    expect(found).toContain(name)
  })

  it('lets a request that lies in the dead-letter queue be without an outcome until somebody redrives it', () => {
    const lying = { ...good, record: { ...record, outcome: undefined }, deadLetters: [letter] }
    expect(checks['I3 everything has an outcome'](lying)).toEqual([])
  })

  it('counts a payment that arrives twice because its carrier contradicted itself as what design §5 counts', () => {
    const contradicted = { ...call, saidFailedAt: call.at, arrivedAt: call.at + 1 }
    const twice = { ...good, kind: 'payment' as const, calls: [contradicted, { ...second, arrivedAt: second.at }] }
    expect(checks['I2 in doubt only once'](twice)).toEqual([])
  })

  it('knows that marketing goes at noon in New York, where the rest of the US is not known to be meant', () => {
    const noon = { ...good, armings: [{ ...arming, kind: 'marketing' as const, at: Date.UTC(2026, 10, 1, 17) }] }
    const zoned = { ...noon, record: { ...record, timeZone: 'America/New_York' } }
    expect(checks['I7 quiet hours are kept'](zoned)).toEqual([])
    expect(checks['I7 quiet hours are kept'](noon)).toHaveLength(1)
  })

  it('lets marketing end as accepted where a carrier accepted it, and not without one', () => {
    const ended = { ...good, kind: 'marketing' as const, record: { ...record, outcome: 'accepted' as const } }
    expect(checks['I3 only marketing is accepted'](ended)).toEqual([])
    expect(checks['I3 only marketing is accepted']({ ...ended, calls: [{ ...call, accepted: false }] })).toHaveLength(1)
  })
})
