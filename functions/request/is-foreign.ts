import { statusEventSource } from '../publish/status-event.ts'

/** Who may ask for notifications. */
export interface Requesters {
  /** Sources of events, e.g. ["shop.orders"]; none named: any of the accounts'. */
  readonly sources?: readonly string[] | undefined
  /** The deployment's own account first, then the others that are let in, e.g. ["111122223333"] */
  readonly accounts: readonly string[]
}

/**
 * Whether an event comes from somewhere that may not ask. EventBridge writes both fields, so nobody can claim another account;
 * a message that a rule shaped for the queue may lack them, and was put there by a right on the queue.
 */
export const isForeign = (
  { source, account }: { readonly source?: string | undefined; readonly account?: string | undefined },
  { sources, accounts }: Requesters,
): boolean => {
  if (source === statusEventSource) return true // what we tell is never what we are asked
  if (account !== undefined && !accounts.includes(account)) return true
  return sources !== undefined && (source === undefined || !sources.includes(source))
}
