import { countsOver } from './counts-over.ts'
import type { Consent, Recipient } from './recipient.ts'

/** Keeps that somebody wants marketing. It lifts no suppression: who said stop is restored by a word of its own. */
export const recordConsent = (recipient: Recipient, consent: Consent): Recipient =>
  countsOver(consent, recipient.consent) ? { ...recipient, consent } : recipient
