import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { inject, vi } from 'vitest'
import { readHashers } from '../../commands/read-hashers.ts'
import type { Target } from '../../commands/target.ts'
import { hashRecipient } from '../../functions/notification/hasher.ts'
import type { permissionTypes } from '../../functions/permit/permission-events.ts'
import type { PermissionEvent } from '../../functions/publish/permission-event.ts'
import { mergeRecipients } from '../../functions/recipient/merge-recipients.ts'
import type { Recipient } from '../../functions/recipient/recipient.ts'
import { readRecipient } from '../../functions/record/recipient/read-recipient.ts'
import { carrierNetworkClient } from '../../local/carrier-network/client.ts'
import { watchPermissionEvents } from '../../local/status-feed.ts'

const patience = { timeout: 45_000, interval: 200 }

/** What the deployed product knows of whom it may text, and how it is told. */
export const permissionWorld = async () => {
  const { emulatorUrl, networkUrl, outputs } = inject('deployed')
  const client = { endpoint: emulatorUrl, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
  const target: Target = { client, outputs }
  const table = { client: DynamoDBDocumentClient.from(new DynamoDBClient(client)), name: outputs.TableName }
  const hashers = await readHashers(target)
  const events: PermissionEvent[] = []
  const watching = new AbortController()
  await watchPermissionEvents(target, `test-${randomUUID()}`, watching.signal, (event) => events.push(event))

  const known = async (to: string) =>
    mergeRecipients(
      (await readRecipient(table)(hashers.map((hasher) => hashRecipient(hasher, to)))).map(({ recipient }) => recipient),
    )
  const until = (to: string, isSo: (recipient: Recipient) => boolean) =>
    vi.waitFor(async () => {
      const recipient = await known(to)
      if (!isSo(recipient)) throw new Error(`not yet: ${JSON.stringify(recipient)}`)
      return recipient
    }, patience)
  const tell = async (DetailType: (typeof permissionTypes)[number], detail: object) => {
    const entry = { EventBusName: outputs.BusName, Source: 'test.crm', DetailType, Detail: JSON.stringify(detail) }
    const { Entries } = await new EventBridgeClient(client).send(new PutEventsCommand({ Entries: [entry] }))
    return Entries?.[0]?.EventId
  }
  return {
    network: carrierNetworkClient(networkUrl),
    stop: () => watching.abort(),
    known,
    /** Waits until what is known of somebody is as it should be. */
    until,
    hashOf: (to: string) => hashRecipient(hashers[0], to),
    /** Puts an event on the bus as any service does. @returns its id */
    tell,
    /** Has somebody agree to marketing, and waits until that is known. */
    consent: async (to: string) => {
      await tell('Consent Recorded', { to, source: 'checkout-form', at: '2026-03-01T10:00:00Z', wording: '2026-03' })
      await until(to, ({ consent }) => consent !== undefined)
    },
    /** Waits for an event of ours. */
    told: (isIt: (event: PermissionEvent) => boolean) =>
      vi.waitFor(() => {
        const found = events.find(isIt)
        if (!found) throw new Error('it was not told yet')
        return found
      }, patience),
    /** Waits for a dead letter. @returns the bodies of all that were seen */
    deadLetter: (words: string) =>
      vi.waitFor(async () => {
        const receive = { QueueUrl: outputs.PermissionsUnreadUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }
        const { Messages = [] } = await new SQSClient(client).send(new ReceiveMessageCommand(receive))
        const found = Messages.find(({ Body = '' }) => Body.includes(words))
        if (!found) throw new Error('there is no such dead letter yet')
        return found.Body
      }, patience),
  }
}
