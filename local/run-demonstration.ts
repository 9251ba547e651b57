import { setTimeout } from 'node:timers/promises'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { StatusEvent } from '../functions/publish/status-event.ts'
import { carrierNetworkClient } from './carrier-network/client.ts'
import { brownOut, burst, demonstration, type Shown } from './demonstration.ts'
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
const mostSeconds = 90

/** What is seen of the status events, until the signal ends it all. */
export interface Watched {
  /** By notification, filled as its events come. */
  readonly outcomes: ReadonlyMap<string, StatusEvent>
  readonly signal: AbortSignal
}

/** Waits until each has its outcome or the time is over, and looks at the phones. */
const look = async (world: World, shown: readonly Shown[], { outcomes, signal }: Watched): Promise<Seen[]> => {
  const allEnded = () => shown.every(({ request }) => outcomes.has(request.notificationId))
  for (const end = Date.now() + mostSeconds * 1000; !allEnded() && Date.now() < end; )
    await setTimeout(pauseMs, undefined, { signal })
  const network = carrierNetworkClient(world.network.url)
  return Promise.all(
    shown.map(async (one) => ({
      ...one,
      outcome: outcomes.get(one.request.notificationId),
      phone: (await network.textsOn(one.request.to)).map(({ text }) => text),
    })),
  )
}

/** Puts every request of the demonstration on the bus, as scripted. */
export const runDemonstration = async (world: World, watched: Watched): Promise<Seen[]> => {
  const network = carrierNetworkClient(world.network.url)
  for (const { request, script } of demonstration) {
    const { carrier, ...does } = script ?? {}
    if (carrier) await network.scriptCarrierPhone(carrier, request.to, does)
  }
  await put(world, demonstration)
  return look(world, demonstration, watched)
}

const atOnce = 5
const betweenMs = 700

/** A burst during which the first carrier begins to lose texts, and recovers. */
export const runBrownOut = async (world: World, watched: Watched): Promise<Seen[]> => {
  const network = carrierNetworkClient(world.network.url)
  for (let from = 0; from < burst.length; from += atOnce) {
    if (from === 2 * atOnce) await network.scriptCarrier(brownOut.carrier, brownOut.script)
    if (from === 4 * atOnce) await network.resetCarrier(brownOut.carrier)
    await put(world, burst.slice(from, from + atOnce))
    await setTimeout(betweenMs, undefined, { signal: watched.signal })
  }
  return look(world, burst, watched)
}

export const isAsExpected = ({ outcome, ends, phone, texts }: Seen) => outcome?.detailType === ends && phone.length === texts
