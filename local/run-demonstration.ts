import { setTimeout } from 'node:timers/promises'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { StatusEvent } from '../functions/publish/status-event.ts'
import { carrierNetworkClient } from './carrier-network/client.ts'
import type { Shown } from './demonstration.ts'
import type { World } from './world.ts'

/** What became of one request of the demonstration. */
export interface Seen extends Shown {
  readonly outcome: StatusEvent | undefined
  /** The texts that the person's phone shows, by the carrier network's own account. */
  readonly phone: readonly string[]
}

const put = async ({ target }: World, shown: readonly Shown[]) => {
  const Entries = shown.flatMap(({ request, times }) =>
    Array.from({ length: times }, () => ({
      EventBusName: target.outputs.BusName,
      Source: 'heliograph.demonstration',
      DetailType: 'Notification Requested',
      Detail: JSON.stringify(request),
    })),
  )
  await new EventBridgeClient(target.client).send(new PutEventsCommand({ Entries }))
}

const pauseMs = 100
const mostSeconds = 60

/** Puts every request on the bus, waits until each has its outcome or the time is over, and looks at the phones. */
export const runDemonstration = async (
  world: World,
  shown: readonly Shown[],
  outcomes: ReadonlyMap<string, StatusEvent>,
): Promise<Seen[]> => {
  await put(world, shown)
  const allEnded = () => shown.every(({ request }) => outcomes.has(request.notificationId))
  for (const end = Date.now() + mostSeconds * 1000; !allEnded() && Date.now() < end; ) await setTimeout(pauseMs)
  const network = carrierNetworkClient(world.network.url)
  return Promise.all(
    shown.map(async (one) => ({
      ...one,
      outcome: outcomes.get(one.request.notificationId),
      phone: (await network.textsOn(one.request.to)).map(({ text }) => text),
    })),
  )
}

export const isAsExpected = ({ outcome, ends, phone, texts }: Seen) => outcome?.detailType === ends && phone.length === texts
