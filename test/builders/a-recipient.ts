import fc from 'fast-check'
import { scopes } from '../../functions/notification/kinds.ts'
import type { Consent, Recipient } from '../../functions/recipient/recipient.ts'
import { recordConsent } from '../../functions/recipient/record-consent.ts'
import { restore } from '../../functions/recipient/restore.ts'
import { suppress } from '../../functions/recipient/suppress.ts'
import type { Statement } from '../../functions/recipient/with-suppression.ts'
import { atNoon } from './noon.ts'

/** What is said of a scope, at noon. */
export const aStatement = (overrides: Partial<Statement> = {}): Statement => ({
  at: atNoon(),
  source: '111122223333/shop',
  reason: 'asked-to-stop',
  ...overrides,
})

export const aConsent = (overrides: Partial<Consent> = {}): Consent => ({
  at: atNoon(),
  source: 'checkout-form',
  wording: '2026-03',
  via: '111122223333/shop',
  ...overrides,
})

/** A word on somebody, as a rule. */
export type Word = (recipient: Recipient) => Recipient

const when = fc.integer({ min: 0, max: 3 }).map((seconds) => atNoon(seconds))
const statement = fc.record({ at: when, source: fc.constantFrom('twilio', 'sns'), reason: fc.constantFrom('a', 'b') })

/** Any word, of few instants, so that some meet at one. */
export const anyWord: fc.Arbitrary<Word> = fc.oneof(
  fc.tuple(fc.constantFrom(suppress, restore), fc.constantFrom(...scopes), statement).map(
    ([say, scope, said]): Word =>
      (recipient) =>
        say(recipient, scope, said),
  ),
  fc.record({ at: when, source: fc.constantFrom('form', 'till') }).map(
    (said): Word =>
      (recipient) =>
        recordConsent(recipient, aConsent(said)),
  ),
)
