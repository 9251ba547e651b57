import { setTimeout as sleep } from 'node:timers/promises'
import { putEvents } from '../../commands/put-events.ts'
import { type CarrierScriptInput, carrierNetworkClient } from '../carrier-network/client.ts'
import type { World } from '../world.ts'

const requests = [
  { template: 'sign-in-code', params: { code: '042817' } },
  { template: 'sign-in-code', params: { code: '771204' } },
  { template: 'order-shipped', params: { orderNo: '4711', eta: '2026-11-24' } },
  { template: 'order-shipped', params: { orderNo: '4712', eta: '2026-11-24' } },
  { template: 'payment-received', params: { orderNo: '4711', amount: { minorUnits: 4990, currency: 'EUR' } } },
]

/** Fictional numbers, each asked for once, so that no cap of texts a person is reached. */
const areas = [202, 212, 303, 312, 415, 512, 617, 702]
const phone = (n: number) => `+1${areas[Math.floor(n / 100)]}555${String(100 + (n % 100)).padStart(4, '0')}`

/** Seconds from the start: the first carrier of codes answers, then refuses, then is silent, and is well again. */
const weather: readonly { readonly at: number; readonly script: CarrierScriptInput }[] = [
  { at: 0, script: {} },
  { at: 70, script: { call: { fate: 'refuse', code: '21612' } } },
  { at: 110, script: { receipts: [], arrives: false } },
  { at: 150, script: {} },
]

const seconds = 240
const everyMs = 2500

/** A load of some four minutes, with an outage of the carrier that codes begin with. */
export const runLoad = async ({ target, network }: World): Promise<void> => {
  const carriers = carrierNetworkClient(network.url)
  let asked = 0
  for (let at = 0; at < seconds; at += everyMs / 1000) {
    const change = weather.find((one) => one.at === at)
    if (change) await carriers.scriptCarrier('twilio', change.script)
    const details = requests.map((request) => ({ ...request, to: phone(asked), notificationId: `load-${++asked}` }))
    await putEvents(target, 'Notification Requested', details)
    await sleep(everyMs)
  }
}
