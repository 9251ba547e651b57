import type { Message } from '../../../functions/carriers/carrier.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import type { Command } from '../dynamo/in-process-dynamo.ts'
import type { WorkflowCommand } from '../handlers/ports.ts'
import type { Step } from '../workflow/definition.ts'

/** The functions that take part. */
export type FunctionName = Step | 'request' | 'receipt' | 'publish' | 'review' | 'intervene' | 'permit'

/** What an invocation waits for. */
export type Pending =
  | { readonly type: 'start' }
  | { readonly type: 'table'; readonly command: Command }
  | { readonly type: 'workflow'; readonly command: WorkflowCommand }
  | { readonly type: 'carrier'; readonly carrier: CarrierName; readonly message: Message }

/** Where an invocation stands. */
export type Point =
  | Pending
  | { readonly type: 'returned'; readonly value: unknown }
  | { readonly type: 'threw'; readonly error: Error }

/** What came of one call; equal replies have equal keys. */
export interface Reply {
  readonly key: string
  readonly value?: unknown
  readonly error?: Error
}

/** A reply to what was asked, and when it came, in seconds since noon. */
export interface Told {
  readonly asked: Pending
  readonly reply: Reply
  readonly seconds: number
  /** Whether an earlier reply to the same was lost. */
  readonly isRepeated: boolean
}

/** Who is invoked with what. The name is that of no other invocation, since the marks are made of it. */
export interface Invoked {
  readonly name: string
  readonly function: FunctionName
  readonly payload: unknown
}

/** An invocation after what it was told so far. */
export interface Place {
  readonly id: number
  readonly invoked: Invoked
  readonly history: readonly Told[]
  readonly point: Point
  /** Of what it asks, for comparing it. */
  readonly pointKey: string
  readonly next: Map<string, Place>
}
