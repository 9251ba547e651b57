import { type Scope, scopes } from '../notification/kinds.ts'
import type { Recipient } from './recipient.ts'

/** The scopes within which the recipient must not be texted now. */
export const suppressedScopes = ({ suppressions }: Recipient): readonly Scope[] =>
  scopes.filter((scope) => suppressions[scope]?.state === 'suppressed')
