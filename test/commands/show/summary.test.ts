import { describe, expect, it } from 'vitest'
import { charged, summary } from '../../../commands/show/summary.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon } from '../../builders/noon.ts'

const price = { amount: 0.1, currency: 'USD' }
const sent = { status: 'sent' } as const
const person = { to: '+14155550123', params: { code: '042817' }, text: '042817 is your code' }

describe('what a notification is', () => {
  it('says nothing personal where nobody asked for it, although it were at hand', () => {
    const lines = summary(aNotification(), false, person).join('\n')
    expect(lines).toContain('recipient  hidden: --reveal shows')
    for (const personal of [person.to, '042817']) expect(lines).not.toContain(personal)
  })

  it('says number, parameters and text where they were asked for, and no character that a terminal obeys', () => {
    expect(summary(aNotification(), true, { ...person, text: '\u001b[2Jhi' })).toEqual(
      expect.arrayContaining(['recipient  +14155550123', 'params     {"code":"042817"}', 'said       <U+001B>[2Jhi']),
    )
    expect(summary(aNotification(), true, undefined)).toContain('recipient  erased')
  })

  it('says what one was asked for that nobody planned', () => {
    expect(summary(aRequestedNotification(), false, undefined)).toEqual([
      'text       order-shipped, never planned',
      expect.stringContaining('hidden'),
      'money      nothing was sent',
    ])
  })

  it('sums what carriers charged by currency, and else takes the prices known then', () => {
    const attempts = [
      anAttempt({ ...sent, price }),
      anAttempt({ ...sent, number: 2, price: { amount: 0.2, currency: 'USD' } }),
      anAttempt({ ...sent, number: 3, price: { amount: 1, currency: 'EUR' } }),
    ]
    expect(charged(aNotification({ attempts }))).toEqual([
      { amount: 0.3, currency: 'USD' },
      { amount: 1, currency: 'EUR' },
    ])
    expect(summary(aNotification({ attempts }), false, undefined)).toContain('money      charged 0.3 USD and 1 EUR')
    const plan = aPlan({ prices: { sns: 0.00645 } })
    expect(summary(aNotification({ plan, attempts: [anAttempt(sent)] }), false, undefined)).toContain(
      'money      0.00645 USD, by the prices known then, that no carrier has told',
    )
  })

  it('knows of no money where a carrier’s answer was lost', () => {
    const notification = aNotification({ plan: aPlan({ prices: { sns: 0.00645 } }), attempts: [anAttempt()] })
    expect(summary(notification, false, undefined)).toContain('money      no carrier has said that it took the text')
  })

  it('says what the rules of policy answered last', () => {
    const policy = [
      { decision: 'allow', rule: 'consent', reason: 'not-needed' },
      { decision: 'hold', rule: 'quiet-hours', reason: 'quiet', until: atNoon(60) },
    ] as const
    expect(summary(aNotification({ policy: [...policy] }), false, undefined)).toContain(
      'policy     quiet-hours says hold (quiet until 2026-11-22 12:01:00 UTC), when asked last',
    )
    expect(summary(aNotification({ policy: policy.slice(0, 1) }), false, undefined)).toContain(
      'policy     nothing against it (consent), when asked last',
    )
  })

  it('adds what one carrier charged to what another, who has not told, is expected to', () => {
    const attempts = [anAttempt({ ...sent, carrier: 'twilio', closed: true }), anAttempt({ ...sent, number: 2, price })]
    const plan = aPlan({ prices: { sns: 0.00645, twilio: 0.0083 } })
    expect(summary(aNotification({ plan, attempts }), false, undefined)).toContain(
      'money      charged 0.1 USD; 0.00830 USD, by the prices known then, that no carrier has told',
    )
  })
})
