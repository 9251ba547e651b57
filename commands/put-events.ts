import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { Failed } from './failed.ts'
import { nameOf } from './name-of.ts'
import type { Target } from './target.ts'

/** The most entries of one call. */
export const mostEntries = 10
const mostTries = 3

/**
 * Puts events on a deployment's bus, in the name of the command line, at most ten. PutEvents answers 200 also when it refused some
 * entries: those alone are put again.
 */
export const putEvents = async (
  { client, outputs }: Target,
  detailType: string,
  details: readonly object[],
  tries = 1,
): Promise<void> => {
  const entries = details.map((detail) => ({
    EventBusName: outputs.BusName,
    Source: 'heliograph.command',
    DetailType: detailType,
    Detail: JSON.stringify(detail),
  }))
  const { Entries = [] } = await new EventBridgeClient(client)
    .send(new PutEventsCommand({ Entries: entries }))
    .catch((error: unknown) => {
      throw new Failed(`The bus ${outputs.BusName} could not be told (${nameOf(error)}).`)
    })
  const refused = details.filter((_, index) => Entries[index]?.EventId === undefined)
  if (refused.length === 0) return
  if (tries === mostTries) throw new Failed(`The bus ${outputs.BusName} refused the event.`)
  await putEvents({ client, outputs }, detailType, refused, tries + 1)
}
