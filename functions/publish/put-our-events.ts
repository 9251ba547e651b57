import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { Fault } from '../notification/fault.ts'
import type { BudgetEvent } from './budget-event.ts'
import type { CarrierEvent } from './carrier-event.ts'
import type { PermissionEvent } from './permission-event.ts'
import { type StatusEvent, statusEventSource } from './status-event.ts'
import type { TemplateEvent } from './template-event.ts'

/** What Heliograph tells by the bus. */
export type OurEvent = StatusEvent | TemplateEvent | PermissionEvent | BudgetEvent | CarrierEvent

/** Puts our own events on the bus; a fault when the bus refuses one for good. */
export type PutOurEvents = (events: readonly OurEvent[]) => Promise<void>

/** The same for whoever tells of notifications alone. */
export type PutStatusEvents = (events: readonly StatusEvent[]) => Promise<void>

/** The most entries of one PutEvents call. */
const mostEntries = 10
const mostTries = 3

export const putOurEvents =
  (bus: { readonly client: EventBridgeClient; readonly name: string }): PutOurEvents =>
  async (events) => {
    for (let from = 0; from < events.length; from += mostEntries) await putAll(bus, events.slice(from, from + mostEntries))
  }

/** PutEvents answers 200 also when it refused some entries: those alone are put again. */
const putAll = async (
  { client, name }: Parameters<typeof putOurEvents>[0],
  events: readonly OurEvent[],
  tries = 1,
): Promise<void> => {
  const Entries = events.map(({ detailType, detail }) => ({
    EventBusName: name,
    Source: statusEventSource,
    DetailType: detailType,
    Detail: JSON.stringify(detail),
  }))
  const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries }))
  const refused = events.filter((_, index) => results[index]?.EventId === undefined)
  if (refused.length === 0) return
  if (tries === mostTries) throw new Fault(`${refused.length} events were refused by the bus`)
  await putAll({ client, name }, refused, tries + 1)
}
