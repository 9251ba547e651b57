import * as z from 'zod'
import { DrainChange } from '../steering/drain-change.ts'

export const carrierDetailTypes = { drain: 'Carrier Drained', restore: 'Carrier Restored' } as const

/** What is told of a carrier that somebody took out, or let in again: who, when, where and why. */
export const CarrierDetail = DrainChange.omit({ version: true, action: true }).extend({
  eventId: z.string().describe('The same for every repeat of this event: a consumer drops what it has seen.'),
})

export interface CarrierEvent {
  readonly detailType: (typeof carrierDetailTypes)[keyof typeof carrierDetailTypes]
  readonly detail: Readonly<z.infer<typeof CarrierDetail>>
}

export const carrierEvent = ({ version, action, ...said }: DrainChange): CarrierEvent => ({
  detailType: carrierDetailTypes[action],
  detail: { eventId: `${said.carrier}/${carrierDetailTypes[action]}/${version}`, ...said },
})
