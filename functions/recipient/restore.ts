import type { Scope } from '../notification/kinds.ts'
import type { Recipient } from './recipient.ts'
import { type Statement, withSuppression } from './with-suppression.ts'

/** Lets texts of a scope go again. It says nothing of the other scope, and is no consent. */
export const restore = (recipient: Recipient, scope: Scope, said: Statement): Recipient =>
  withSuppression(recipient, scope, { state: 'restored', ...said })
