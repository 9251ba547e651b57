import type { Scope } from '../notification/kinds.ts'
import type { Recipient } from './recipient.ts'
import { type Statement, withSuppression } from './with-suppression.ts'

/** Stops all texts of a scope, until a later word restores them. */
export const suppress = (recipient: Recipient, scope: Scope, said: Statement): Recipient =>
  withSuppression(recipient, scope, { state: 'suppressed', ...said })
