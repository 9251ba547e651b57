import type { Message } from '../../../functions/carriers/carrier.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import type { Kind } from '../../../functions/notification/kinds.ts'
import type { StatusDetail, StatusDetailType } from '../../../functions/publish/status-event.ts'
import type { Told } from '../../workflows/fates.ts'
import type { Item } from '../dynamo/value.ts'
import type { Execution } from '../workflow/execution.ts'
import type { Request } from './population.ts'

/** An event that a requester, the bus or an archive gave. All times are true ones, in milliseconds since 1970. */
export interface Asked {
  readonly of: number
  readonly eventId: string
  readonly at: number
  /** What it says: two events of one content are the same request. */
  readonly content: 'original' | 'other' | 'malformed'
  /** Undefined where it cannot be read. */
  readonly request: Request | undefined
}

/** One call of a carrier that left our function: the carrier's own list of them is the truth. */
export interface CarrierCall {
  readonly of: number
  readonly attempt: number
  readonly carrier: CarrierName
  readonly message: Message
  readonly at: number
  /** The calling function's own clock, in milliseconds since 1970. */
  readonly ownClock: number
  readonly messageId: string
  readonly parts: number
  /** Whether the carrier took the text, whatever it answered. */
  accepted: boolean
  /** Since when the carrier has said that it failed: by its answer, or by a receipt. */
  saidFailedAt: number | undefined
  arrivedAt: number | undefined
  /** Whether the carrier gave its id to another message too: whose a receipt is, nobody can tell any more. */
  sharesId: boolean
}

/** What a carrier tells of a text; not `genuine` is what somebody else says in its name. */
export interface Statement {
  readonly call: CarrierCall
  readonly told: Told
  readonly genuine: boolean
  readonly at: number
  /** When `receipt` answered well for the first time. */
  takenAt: number | undefined
}

export interface StatusEventSeen {
  readonly of: number
  readonly detailType: StatusDetailType
  readonly detail: StatusDetail
  times: number
}

export interface DeadLetter {
  readonly of: number
  readonly queue: 'requests' | 'words' | 'not-told' | 'not-closed' | 'not-taken' | 'not-published'
  readonly eventId?: string
  /** What an operator does with it once the fault is over; none where it can only be read. */
  readonly redrive?: () => void
}

export interface Started {
  readonly of: number
  readonly at: number
  execution: Execution
  endedAt: number | undefined
}

/** An attempt that was armed, and what lay in the table when it was: all as the table had it in that very write. */
export interface Arming {
  readonly of: number
  readonly attempt: number
  readonly at: number
  readonly kind: Kind
  readonly recipientHash: string
  readonly isOptedOut: boolean
  readonly hasConsent: boolean
  readonly isCalledOff: boolean
}

/** All that is known of a run beside its records; whoever takes part writes into it. */
export const newLedger = () => ({
  asked: [] as Asked[],
  calls: [] as CarrierCall[],
  statements: [] as Statement[],
  events: new Map<string, StatusEventSeen>(),
  deadLetters: [] as DeadLetter[],
  started: [] as Started[],
  /** Personal data where none may be (of -1 where nobody can tell whose), and status events that differ under one id. */
  leaks: [] as { readonly of: number; readonly where: string }[],
  contradictions: [] as { readonly of: number; readonly eventId: string }[],
  armings: [] as Arming[],
  /** Of whom a cancellation that came in time was no end. */
  cancelledInVain: new Set<number>(),
  /** Which were to be sent by a drained carrier although another could be had. */
  drainsIgnored: new Set<number>(),
  /** Counters of budgets as they are now, by day and kind, and those that were ever above their budget. */
  reserved: new Map<string, number>(),
  overspent: new Set<string>(),
  /** Of which notifications something lay in a queue of failures until somebody redrove it. */
  redriven: new Set<number>(),
  /** What time to live has taken from the table. */
  erased: [] as Item[],
  counts: { invocations: 0, reads: 0, writes: 0, transitions: 0 },
})
export type Ledger = ReturnType<typeof newLedger>
