import { inject, vi } from 'vitest'
import { tellsOutcome } from '../../functions/publish/status-event.ts'
import { heliograph } from '../e2e/heliograph.ts'
import { deployedFunctions } from './deployed-functions.ts'
import { faultProxyClient } from './proxy/client.ts'
import { type Judged, violations } from './violations.ts'

/** Long: a message whose function failed comes again to the queue after three minutes, and the machine may be busy. */
const patience = { timeout: 570_000, interval: 250 }

interface Asked {
  readonly notificationId: string
  readonly to: string
}

/** The deployed product with the fault proxy before it, as a requester sees it and the carrier network judges it. */
export const underFaults = async () => {
  const world = await heliograph()
  const proxy = faultProxyClient(inject('faultsUrl'))

  const judge = async ({ notificationId, to }: Asked): Promise<Judged> => ({
    notification: await world.notification(notificationId),
    calls: (await world.network.calls()).filter((call) => call.to === to),
  })

  const until = <Result>(seen: () => Promise<Result> | Result) => vi.waitFor(seen, patience)

  /** Waits for the outcome of each, as a status event and in the records, and finds every invariant kept. */
  const ended = async (...all: readonly Asked[]): Promise<Judged[]> => {
    await until(() => {
      const open = all.filter(({ notificationId: id }) => !world.eventsOf(id).some(({ detailType }) => tellsOutcome(detailType)))
      if (open.length > 0) throw new Error(`${open.length} have no outcome yet, e.g. ${open[0]?.notificationId}`)
    })
    const judged = await Promise.all(all.map(judge))
    const broken = judged.flatMap((one) => violations(one).map((what) => `${one.notification.notificationId}: ${what}`))
    if (broken.length > 0) throw new Error(broken.join('\n'))
    return judged
  }

  return {
    ...world,
    ...proxy,
    functions: deployedFunctions(world.target.client),
    until,
    judge,
    ended,
    /** Puts the requests on the bus and waits until each has its outcome. */
    send: async (...requests: readonly Asked[]) => {
      for (let from = 0; from < requests.length; from += mostEntries) await world.put(...requests.slice(from, from + mostEntries))
      return ended(...requests)
    },
    /** Waits until a delivery has risen above another outcome. */
    delivered: async (asked: Asked) => {
      await until(() => {
        const events = world.eventsOf(asked.notificationId)
        if (!events.some(({ detailType }) => detailType === 'Notification Delivered')) throw new Error('not delivered yet')
      })
      return judge(asked)
    },
  }
}
export type UnderFaults = Awaited<ReturnType<typeof underFaults>>

/** Of one PutEvents call. */
const mostEntries = 10
