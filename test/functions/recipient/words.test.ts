import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRecipients } from '../../../functions/recipient/merge-recipients.ts'
import { type Recipient, Recipient as Stored, stranger } from '../../../functions/recipient/recipient.ts'
import { recordConsent } from '../../../functions/recipient/record-consent.ts'
import { restore } from '../../../functions/recipient/restore.ts'
import { suppress } from '../../../functions/recipient/suppress.ts'
import { suppressedScopes } from '../../../functions/recipient/suppressed-scopes.ts'
import { aConsent, anyWord, aStatement, type Word } from '../../builders/a-recipient.ts'
import { atNoon } from '../../builders/noon.ts'

const told = (...words: readonly Word[]): Recipient => words.reduce((recipient, word) => word(recipient), stranger)

const at = (seconds: number) => aStatement({ at: atNoon(seconds) })

describe('who said stop', () => {
  it('is suppressed within the scope and no other, by whom and why is kept', () => {
    const suppressed = suppress(stranger, 'marketing', aStatement({ by: 'arn:aws:iam::111122223333:user/ada' }))
    expect(suppressedScopes(suppressed)).toEqual(['marketing'])
    expect(suppressed.suppressions).toEqual({
      marketing: {
        state: 'suppressed',
        at: atNoon(),
        source: '111122223333/shop',
        reason: 'asked-to-stop',
        by: 'arn:aws:iam::111122223333:user/ada',
      },
    })
  })

  it('may be texted again once restored, within that scope', () => {
    const both = suppress(suppress(stranger, 'all', at(0)), 'marketing', at(0))
    expect(suppressedScopes(restore(both, 'all', at(1)))).toEqual(['marketing'])
  })

  it('stays suppressed whatever was said before, and however late that comes', () => {
    const suppressed = suppress(stranger, 'all', at(10))
    expect(restore(suppressed, 'all', at(9))).toBe(suppressed)
    expect(suppress(suppressed, 'all', at(9))).toBe(suppressed)
  })

  it('stays restored when the word that it lifted comes late', () => {
    const restored = restore(stranger, 'all', at(10))
    expect(suppress(restored, 'all', at(9))).toBe(restored)
    expect(suppressedScopes(restored)).toEqual([])
  })

  it('is suppressed when both are said in one instant', () => {
    const said = at(0)
    expect(
      suppressedScopes(
        told(
          (one) => suppress(one, 'all', said),
          (one) => restore(one, 'all', said),
        ),
      ),
    ).toEqual(['all'])
    expect(
      suppressedScopes(
        told(
          (one) => restore(one, 'all', said),
          (one) => suppress(one, 'all', said),
        ),
      ),
    ).toEqual(['all'])
  })

  it('is suppressed though the instant of the one is written otherwise than that of the other', () => {
    const restored = restore(stranger, 'all', aStatement({ at: '2026-11-22T12:00:00.100Z' }))
    expect(suppressedScopes(suppress(restored, 'all', aStatement({ at: '2026-11-22T12:00:00Z' })))).toEqual([])
    expect(suppressedScopes(suppress(restored, 'all', aStatement({ at: '2026-11-22T12:00:01Z' })))).toEqual(['all'])
  })
})

describe('consent', () => {
  it('is the latest', () => {
    const first = recordConsent(stranger, aConsent())
    const later = aConsent({ at: atNoon(5), wording: '2026-09' })
    expect(recordConsent(first, later).consent).toEqual(later)
    expect(recordConsent(recordConsent(first, later), aConsent())).toMatchObject({ consent: later })
  })

  it('lifts no suppression', () => {
    const suppressed = suppress(stranger, 'marketing', at(0))
    expect(suppressedScopes(recordConsent(suppressed, aConsent({ at: atNoon(60) })))).toEqual(['marketing'])
  })
})

describe('words on somebody', () => {
  it('leave the same in any order, however often each comes', () => {
    const orders = fc
      .array(anyWord, { maxLength: 8 })
      .chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray([...words, ...words], { minLength: words.length * 2 })))
    fc.assert(
      fc.property(orders, ([words, again]) => {
        expect(told(...again)).toEqual(told(...words))
      }),
    )
  })

  it('leave the very same where they say nothing new, so that nothing is written', () => {
    const known = fc.array(anyWord, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(known, (words) => {
        const recipient = told(...words)
        for (const word of words) expect(word(recipient)).toBe(recipient)
      }),
    )
  })

  it('count alike under one key of the hashes or under several', () => {
    const split = fc.array(fc.tuple(anyWord, fc.integer({ min: 0, max: 2 })), { maxLength: 8 })
    fc.assert(
      fc.property(split, (words) => {
        const byKey = [0, 1, 2].map((key) => told(...words.flatMap(([word, under]) => (under === key ? [word] : []))))
        expect(mergeRecipients(byKey)).toEqual(told(...words.map(([word]) => word)))
      }),
    )
  })

  it('come back from the records as they were', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 8 }), (words) => {
        const recipient = told(...words)
        expect(Stored.parse(JSON.parse(JSON.stringify(recipient)))).toEqual(recipient)
      }),
    )
    expect(Stored.parse({})).toEqual(stranger)
  })
})

it('the notifications of somebody under two keys are one list in order, each once and as of its first attempt', () => {
  const armed = (id: string, seconds: number) => ({ id, at: atNoon(seconds) })
  const former = { ...stranger, frequency: { verification: [armed('a', 0), armed('b', 20)], marketing: [armed('c', 1)] } }
  const current = { ...stranger, frequency: { verification: [armed('d', 10), armed('a', 30)] } }
  expect(mergeRecipients([former, current]).frequency).toEqual({
    verification: [armed('a', 0), armed('d', 10), armed('b', 20)],
    marketing: [armed('c', 1)],
  })
})
