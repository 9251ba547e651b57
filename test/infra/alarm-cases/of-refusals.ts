import type { Refusal } from '../../../functions/carriers/twilio-request.ts'
import { type AlarmCase, asOurs } from './recorded.ts'

/** So many at once, each counted by itself, as `request`, `permit`, `receipt`, `reply` and `sweep` count them. */
const counted = (name: string, dimensions: Readonly<Record<string, string>>, times = 1) =>
  asOurs(Array.from({ length: times }, () => ({ name, value: 1, dimensions })))

const callbacks = (reason: Refusal, times: number) => counted('CallbackRefused', { reason }, times)
const replies = (reason: Refusal, times: number) => counted('ReplyRefused', { reason }, times)

/** What was refused may have been somebody's STOP: the first counts. */
const mayBeStops = { MisSigned: 'misSigned', Foreign: 'foreign', Unread: 'malformed' } as const

/** Alarms on what we did not take, and on what the sweep had to take. */
export const ofRefusals: readonly AlarmCase[] = [
  {
    alarm: 'ForgedCallbacks',
    raisedBy: 'twenty callbacks that are forged',
    bad: callbacks('forged', 20),
    notBy: 'fewer, and any number that came too late',
    good: [...callbacks('forged', 19), ...callbacks('expired', 100)],
  },
  {
    alarm: 'ForgedReplies',
    raisedBy: 'twenty texts to us that are forged',
    bad: replies('forged', 20),
    notBy: 'fewer, and forged callbacks',
    good: [...replies('forged', 19), ...callbacks('forged', 100)],
  },
  ...Object.entries(mayBeStops).map(([name, reason]) => ({
    alarm: `${name}Replies`,
    raisedBy: 'the first of them',
    bad: replies(reason, 1),
    notBy: 'forged ones, and callbacks of the same kind',
    good: [...replies('forged', 100), ...callbacks(reason, 100)],
  })),
  {
    alarm: 'Conflicts',
    raisedBy: 'one request under an id that another has',
    bad: counted('Rejected', { code: 'idempotency-conflict' }),
    notBy: 'requests that are stale',
    good: counted('Rejected', { code: 'stale' }, 100),
  },
  {
    alarm: 'ForeignRequests',
    raisedBy: 'one request of a stranger',
    bad: counted('Rejected', { code: 'foreign-source' }),
    notBy: 'a stranger’s word on whom to text',
    good: counted('PermissionRejected', { code: 'foreign-source' }),
  },
  {
    alarm: 'ForeignPermissions',
    raisedBy: 'one word of a stranger',
    bad: counted('PermissionRejected', { code: 'foreign-source' }),
    notBy: 'a stranger’s request',
    good: counted('Rejected', { code: 'foreign-source' }),
  },
  {
    alarm: 'StalePermissions',
    raisedBy: 'one word that came too late',
    bad: counted('PermissionRejected', { code: 'stale' }),
    notBy: 'a request that did',
    good: counted('Rejected', { code: 'stale' }),
  },
  {
    alarm: 'Swept',
    raisedBy: 'a sweep that ended one',
    bad: asOurs([{ name: 'Swept', value: 1, dimensions: {} }]),
    notBy: 'one that ended none',
    good: asOurs([{ name: 'Swept', value: 0, dimensions: {} }]),
  },
]
