import type { Scope } from '../notification/kinds.ts'
import { countsOver } from './counts-over.ts'
import { type Recipient, type Suppression, suppressionStates } from './recipient.ts'

/** What is said of a scope, but for what it says. */
export type Statement = Omit<Suppression, 'state'>

/** The recipient after a word on a scope: the very same where a later one stands. */
export const withSuppression = (recipient: Recipient, scope: Scope, word: Suppression): Recipient =>
  countsOver(word, recipient.suppressions[scope], ({ state }) => suppressionStates.indexOf(state))
    ? { ...recipient, suppressions: { ...recipient.suppressions, [scope]: word } }
    : recipient
