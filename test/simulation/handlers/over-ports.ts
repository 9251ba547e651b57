import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { SFNClient } from '@aws-sdk/client-sfn'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Carrier } from '../../../functions/carriers/carrier.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import { putOurEvents } from '../../../functions/publish/put-our-events.ts'
import { changeNotification } from '../../../functions/record/change-notification.ts'
import { keepRendezvous } from '../../../functions/record/rendezvous.ts'
import { storeReceipt } from '../../../functions/record/store-receipt.ts'
import type { Table } from '../../../functions/record/table.ts'
import { settle } from '../../../functions/settle/settle.ts'
import type { Ports } from './ports.ts'
import { busName, networkOnly, routing, table } from './simulated-deployment.ts'

export const tableOver = ({ dynamo, newMark, pause }: Ports): Table => ({
  client: Object.assign(Object.create(DynamoDBDocumentClient.prototype), { send: dynamo }), // pages are asked of no other class
  ...table,
  newMark,
  pause,
})

export const workflowsOver = ({ workflows }: Ports) => ({ send: workflows }) as unknown as SFNClient

export const ourEventsOver = ({ events }: Ports) =>
  putOurEvents({ client: { send: events } as unknown as EventBridgeClient, name: busName })

/** What a carrier's file does is proven by itself, and nothing of it has to be prepared here. */
export const carriersOver = ({ callCarrier }: Ports) => {
  const carrier = (name: CarrierName): Carrier => ({ name, send: (message) => callCarrier(name, message) })
  return { sns: carrier('sns'), twilio: carrier('twilio') }
}

export const takingOver = (ports: Ports) => ({
  storeReceipt: storeReceipt(tableOver(ports)),
  changeNotification: changeNotification(tableOver(ports)),
  settle: settle(workflowsOver(ports), routing.kinds),
  networkOnly,
  now: ports.now,
})

export const meetingOver = (ports: Ports) => ({ ...takingOver(ports), keepRendezvous: keepRendezvous(tableOver(ports)) })
