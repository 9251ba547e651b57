import { describe, expect, it } from 'vitest'
import { decideFallBack } from '../../../functions/fall-back/decide-fall-back.ts'
import type { FallBack } from '../../../functions/fall-back/situation.ts'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import { type Failure, failureClasses } from '../../../functions/notification/failure.ts'
import { defaultKinds, type Kind, kinds } from '../../../functions/notification/kinds.ts'
import { aSituation, someCarriers } from '../../builders/a-situation.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'

type FailureClass = Failure['class']

const inWords = (fallBack: FallBack): string => {
  if ('send' in fallBack) return `send by ${fallBack.send}`
  if ('holdFor' in fallBack) return `hold ${fallBack.seconds} s for ${fallBack.holdFor}`
  return `${fallBack.outcome}: ${fallBack.reason}`
}

const refused = (failureClass: FailureClass): Partial<Attempt> => ({ answer: notSent(failureClass, 'a-reason'), closed: true })
const undelivered = (failureClass: FailureClass): Partial<Attempt> => ({
  status: 'undelivered',
  answer: accepted(),
  failure: { class: failureClass, reason: 'a-reason' },
  closed: true,
})
const silent: Partial<Attempt> = { status: 'accepted', answer: accepted(), closed: true }
const unanswered: Partial<Attempt> = { closed: true }
const uncertain: Partial<Attempt> = { answer: unknown('http-500'), closed: true }

/** Attempts in their order, each by the carrier that is named with it. */
const attempted = (...attempts: readonly (readonly [CarrierName, Partial<Attempt>])[]): Attempt[] =>
  attempts.map(([carrier, what], index) => anAttempt({ number: index + 1, carrier, ...what }))
const times = (count: number, carrier: CarrierName, what: Partial<Attempt>) =>
  Array.from({ length: count }, () => [carrier, what] as const)

/** What follows the first attempt: with one carrier, and with more. */
type Row = readonly [alone: string, others: string]
const nothingHelps: Row = ['undeliverable: a-reason', 'undeliverable: a-reason']
const another: Row = ['undeliverable: a-reason', 'send by twilio']

const byClass: Readonly<Record<FailureClass, Row>> = {
  recipient: nothingHelps,
  request: nothingHelps,
  absent: ['hold 600 s for sns', 'hold 600 s for sns'],
  content: another,
  route: another,
  account: another,
  throttled: ['hold 5 s for sns', 'hold 5 s for sns'],
  unclassified: another,
}

const exceptions: Readonly<Partial<Record<Kind, Readonly<Partial<Record<FailureClass, Row>>>>>> = {
  verification: { absent: nothingHelps },
  payment: { unclassified: ['unknown: a-reason', 'unknown: a-reason'] },
  marketing: { unclassified: ['unknown: a-reason', 'unknown: a-reason'] },
}

const failures = [1, 2, 3, 5].flatMap((count) =>
  kinds.flatMap((kind) =>
    failureClasses.map((failureClass) => {
      const row = exceptions[kind]?.[failureClass] ?? byClass[failureClass]
      return { count, kind, failureClass, what: count === 1 ? row[0] : row[1] }
    }),
  ),
)

const silences = [1, 2, 3, 5].flatMap((count) =>
  kinds.map((kind) => ({ count, kind, resent: count > 1 && kind !== 'payment' && kind !== 'marketing' })),
)

describe('after the first attempt', () => {
  it.each(failures)('$count carriers, $kind, $failureClass → $what', ({ count, kind, failureClass, what }) => {
    for (const state of [refused(failureClass), undelivered(failureClass)]) {
      const situation = aSituation({ kind, carriers: someCarriers(count), attempts: attempted(['sns', state]) })
      expect(inWords(decideFallBack(situation))).toBe(what)
    }
  })

  it.each(silences)('$count carriers, $kind, silence → another carrier: $resent', ({ count, kind, resent }) => {
    const rows = [
      [silent, 'no-receipt'],
      [{ ...silent, status: 'sent' }, 'no-receipt'],
      [unanswered, 'no-answer'],
      [uncertain, 'http-500'],
    ] as const
    for (const [state, reason] of rows) {
      const situation = aSituation({ kind, carriers: someCarriers(count), attempts: attempted(['sns', state]) })
      expect(inWords(decideFallBack(situation))).toBe(resent ? 'send by twilio' : `unknown: ${reason}`)
    }
  })
})

describe('further on', () => {
  it.each<[string, Attempt[], string, number?]>([
    ['throttled once more, the same carrier', attempted(...times(2, 'sns', refused('throttled'))), 'hold 15 s for sns'],
    ['throttled a third time, the next carrier', attempted(...times(3, 'sns', refused('throttled'))), 'send by twilio'],
    [
      'throttled a third time by a receipt, the next carrier',
      attempted(...times(3, 'sns', undelivered('throttled'))),
      'send by twilio',
    ],
    [
      'the next carrier has its own three tries',
      attempted(...times(3, 'sns', refused('throttled')), ['twilio', refused('throttled')]),
      'hold 5 s for twilio',
    ],
    [
      'all throttled, the first one after a longer back-off',
      attempted(...times(3, 'sns', refused('throttled')), ...times(3, 'twilio', refused('throttled'))),
      'hold 30 s for sns',
    ],
    [
      'that back-off doubles',
      attempted(...times(4, 'sns', refused('throttled')), ...times(3, 'twilio', refused('throttled')), [
        'sns',
        refused('throttled'),
      ]),
      'hold 120 s for sns',
    ],
    [
      'one that refused is not asked again, one that only throttled is',
      attempted(...times(3, 'sns', refused('throttled')), ['twilio', refused('route')]),
      'hold 30 s for sns',
    ],
    [
      'one that throttled first and refused then is not asked again',
      attempted(['sns', refused('throttled')], ['sns', refused('account')], ['twilio', refused('route')]),
      'undeliverable: a-reason',
    ],
    ['absent once more, an hour', attempted(...times(2, 'sns', undelivered('absent'))), 'hold 3600 s for sns'],
    ['absent a third time, the end', attempted(...times(3, 'sns', undelivered('absent'))), 'undeliverable: a-reason'],
    [
      'absent by another carrier, the hour all the same',
      attempted(['sns', undelivered('absent')], ['sns', refused('route')], ['twilio', undelivered('absent')]),
      'hold 3600 s for twilio',
    ],
    [
      'spam by another carrier too, the end although one is left',
      attempted(['sns', refused('content')], ['twilio', undelivered('content')]),
      'undeliverable: a-reason',
      3,
    ],
    [
      'unclassified once more, the end although one is left',
      attempted(['sns', refused('unclassified')], ['twilio', undelivered('unclassified')]),
      'undeliverable: a-reason',
      3,
    ],
    ['two silences, the end although one is left', attempted(['sns', silent], ['twilio', silent]), 'unknown: no-receipt', 3],
    ['a silence and an unknown answer, too', attempted(['sns', silent], ['twilio', uncertain]), 'unknown: http-500', 3],
    [
      'an earlier silence that a late receipt turned into a failure leaves one more',
      attempted(['sns', undelivered('route')], ['twilio', silent]),
      'send by third',
      3,
    ],
    [
      'a silence and a refusal by all, unknown although the last one is a failure',
      attempted(['sns', silent], ['twilio', refused('route')], ['third' as CarrierName, refused('account')]),
      'unknown: a-reason',
      3,
    ],
    [
      'two texts that were filtered, one of them told late, the next carrier after a last failure of another class',
      attempted(['sns', undelivered('content')], ['twilio', refused('content')], ['third' as CarrierName, refused('route')]),
      'send by fourth',
      4,
    ],
    [
      'an earlier attempt whose text is wrong, as is told late, the end: no other carrier can help',
      attempted(['sns', undelivered('request')], ['twilio', refused('route')]),
      'undeliverable: a-reason',
      3,
    ],
    [
      'an earlier attempt that the recipient refused meanwhile, the end: no other carrier can help',
      attempted(['sns', undelivered('recipient')], ['twilio', refused('route')]),
      'undeliverable: a-reason',
      3,
    ],
  ])('%s', (_, attempts, what, carriers = 2) => {
    expect(inWords(decideFallBack(aSituation({ attempts, carriers: someCarriers(carriers) })))).toBe(what)
  })

  it('a payment that did not arrive, nobody knows why, the end: no other carrier is asked', () => {
    const attempts = attempted(['sns', { status: 'undelivered', answer: accepted(), closed: true }])
    expect(inWords(decideFallBack(aSituation({ kind: 'payment', attempts })))).toBe('undeliverable: no-receipt')
  })

  it('with nothing armed, the first carrier again after a back-off that grows with each pass', () => {
    const seconds = [0, 1, 2, 3].map((passes) => inWords(decideFallBack(aSituation({ passes }))))
    expect(seconds).toEqual(['hold 5 s for sns', 'hold 15 s for sns', 'hold 30 s for sns', 'hold 60 s for sns'])
  })
})

describe('a phone that is off', () => {
  it.each([
    [3_600, 'hold 600 s for sns'],
    [3_599, 'undeliverable: a-reason'],
    [1_800, 'undeliverable: a-reason'],
  ])('is waited for by a kind that is valid for an hour or more; for %i s: %s', (validForSeconds, what) => {
    const policy = { ...defaultKinds.order, validForSeconds }
    const attempts = attempted(['sns', refused('absent')])
    expect(inWords(decideFallBack(aSituation({ policy, secondsLeft: validForSeconds, attempts })))).toBe(what)
  })
})

describe('Retry-After', () => {
  const throttled = (retryAfterSeconds: number): Partial<Attempt> => ({
    answer: { type: 'notSent', failure: { class: 'throttled', reason: 'a-reason' }, retryAfterSeconds },
    closed: true,
  })
  const decided = (...attempts: readonly (readonly [CarrierName, Partial<Attempt>])[]) =>
    inWords(decideFallBack(aSituation({ attempts: attempted(...attempts) })))

  it.each([
    [0, 'hold 5 s for sns'],
    [4, 'hold 9 s for sns'],
    [6, 'hold 11 s for sns'],
    [60, 'hold 65 s for sns'],
    [61, 'send by twilio'],
    [3_600, 'send by twilio'],
  ])('of %i s: %s', (seconds, what) => {
    expect(decided(['sns', throttled(seconds)])).toBe(what)
  })

  it.each([
    [45, 75],
    [60, 90],
    [600, 90],
  ])('of %i s, a minute at most, makes a hold of %i s with its back-off where no other carrier is left', (seconds, held) => {
    const last = decided(['twilio', refused('route')], ...times(3, 'sns', throttled(seconds)))
    expect(last).toBe(`hold ${held} s for sns`)
  })
})

describe('what leaves too little time', () => {
  it.each<[string, number, Attempt[], string]>([
    ['is begun in the last second', 0, attempted(['sns', refused('route')]), 'send by twilio'],
    ['is not begun after it', -1, attempted(['sns', refused('route')]), 'expired: validity-passed'],
    ['is unknown where a text may have been sent', -1, attempted(['sns', silent]), 'unknown: validity-passed'],
    ['is held while the hold just ends in time', 600, attempted(['sns', refused('absent')]), 'hold 600 s for sns'],
    ['is not held for longer', 599, attempted(['sns', refused('absent')]), 'undeliverable: a-reason'],
    [
      'is not held although a text may have been sent',
      599,
      attempted(['sns', silent], ['twilio', refused('absent')]),
      'unknown: a-reason',
    ],
    ['throttled, is held while the back-off just ends in time', 5, attempted(['sns', refused('throttled')]), 'hold 5 s for sns'],
    ['throttled, goes to the next carrier at once', 4, attempted(['sns', refused('throttled')]), 'send by twilio'],
    [
      'throttled by all, ends',
      4,
      attempted(['twilio', refused('route')], ['sns', refused('throttled')]),
      'undeliverable: a-reason',
    ],
  ])('%s', (_, secondsLeft, attempts, what) => {
    expect(inWords(decideFallBack(aSituation({ secondsLeft, attempts })))).toBe(what)
  })
})

describe('the fortieth pass', () => {
  it.each<[string, Attempt[], string]>([
    ['throttling', attempted(...times(3, 'sns', refused('throttled'))), 'undeliverable: a-reason'],
    ['absence', attempted(['sns', refused('absent')]), 'undeliverable: a-reason'],
    ['silence', attempted(['sns', silent]), 'unknown: no-receipt'],
    ['nothing armed', [], 'undeliverable: not-attempted'],
  ])('is the last word after %s: one more would be a fault', (_, attempts, what) => {
    expect(inWords(decideFallBack(aSituation({ attempts, passes: 38 })))).toMatch(/hold|send/)
    expect(inWords(decideFallBack(aSituation({ attempts, passes: 39 })))).toBe(what)
  })
})

describe('where operators have drained carriers', () => {
  const throttled = refused('throttled')
  const byThree = { carriers: someCarriers(3) }
  const third = 'third' as CarrierName

  it.each<[string, string, Parameters<typeof aSituation>[0]]>([
    ['the next that is not drained sends', 'send by third', { ...byThree, attempts: attempted(['sns', silent]) }],
    [
      'one that is drained sends where no other is left to be tried',
      'send by twilio',
      { ...byThree, attempts: attempted(['sns', refused('route')], [third, refused('route')]) },
    ],
    [
      'one that only throttled comes before it',
      'hold 5 s for third',
      { ...byThree, attempts: attempted([third, throttled], ['sns', refused('route')]) },
    ],
    [
      'where all are drained they are taken in their order',
      'send by twilio',
      { drained: ['sns', 'twilio'], attempts: attempted(['sns', silent]) },
    ],
    ['a drained one that throttles is left at once', 'send by sns', { ...byThree, attempts: attempted(['twilio', throttled]) }],
    ['unless no other is left', 'hold 5 s for twilio', { attempts: attempted(['sns', refused('route')], ['twilio', throttled]) }],
    [
      'what no carrier can help ends all the same',
      'undeliverable: a-reason',
      { attempts: attempted(['sns', refused('recipient')]) },
    ],
    [
      'no kind has more attempts open for it',
      'unknown: no-receipt',
      { ...byThree, attempts: attempted(['sns', silent], [third, silent]) },
    ],
    ['one that was never armed is held for who may be sent by', 'hold 5 s for sns', {}],
  ])('%s: %s', (_, answer, situation) => {
    expect(inWords(decideFallBack(aSituation({ drained: ['twilio'], ...situation })))).toBe(answer)
  })

  it('one that was never armed is held for the next where the first is drained', () => {
    expect(inWords(decideFallBack(aSituation({ drained: ['sns'] })))).toBe('hold 5 s for twilio')
  })
})
