import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CreateArchiveCommand, DescribeEventBusCommand, EventBridgeClient, StartReplayCommand } from '@aws-sdk/client-eventbridge'
import { DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect } from 'vitest'
import { requestsTo } from '../../e2e/heliograph.ts'
import { it } from '../it.ts'
import { type UnderFaults, underFaults } from '../under-faults.ts'

const aRequest = requestsTo(202)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

/** An archive of the bus that keeps one notification's events, and its replay. */
const archiveOf = async (notificationId: string) => {
  const { client, outputs } = world.target
  const events = new EventBridgeClient(client)
  const { Arn } = await events.send(new DescribeEventBusCommand({ Name: outputs.BusName }))
  const EventPattern = JSON.stringify({ 'detail-type': ['Notification Requested'], detail: { notificationId: [notificationId] } })
  const archive = { ArchiveName: `faults-${randomUUID().slice(0, 8)}`, EventSourceArn: Arn, EventPattern }
  const { ArchiveArn } = await events.send(new CreateArchiveCommand(archive))
  const replay = () =>
    events.send(
      new StartReplayCommand({
        ReplayName: `replay-${randomUUID().slice(0, 8)}`,
        EventSourceArn: ArchiveArn,
        EventStartTime: new Date(Date.now() - 3_600_000),
        EventEndTime: new Date(Date.now() + 3_600_000),
        Destination: { Arn },
      }),
    )
  return { replay }
}

/** What time does to a record at the end of its life. */
const eraseRecord = async (notificationId: string) => {
  const { client, outputs } = world.target
  const records = DynamoDBDocumentClient.from(new DynamoDBClient(client))
  const items = await world.scan()
  for (const { PK, SK } of items.filter(({ PK }) => PK === `N#${notificationId}`))
    await records.send(new DeleteCommand({ TableName: outputs.TableName, Key: { PK, SK } }))
}

/** Events older than this are stale, in seconds: as after 24 hours, only sooner. */
const mostEventAge = { MOST_EVENT_AGE: '5' }

it('F3: an archive replays a request after its age and after its record is gone, and it is rejected as stale', async ({
  tell,
}) => {
  const request = aRequest()
  const { replay } = await archiveOf(request.notificationId)
  await world.send(request)
  await world.execution(request.notificationId)
  await eraseRecord(request.notificationId)
  const rejected = await world.functions.whileGiven('RequestsRequest', mostEventAge, async () => {
    const sent = Date.parse((await world.network.messages()).find(({ to }) => to === request.to)?.acceptedAt ?? '')
    await world.until(() => expect(Date.now() - sent).toBeGreaterThan(6_000))
    await replay()
    return world.event(request.notificationId, 'Notification Rejected')
  })
  expect(rejected).toMatchObject({ reason: 'stale' })
  const calls = (await world.network.calls()).filter(({ to }) => to === request.to)
  expect(calls).toHaveLength(1)
  tell(`rejected: ${rejected.reason}; ${calls.length} request, the first`)
})

it('F3: an archive replays a request whose record is there, and nothing happens', async ({ tell }) => {
  const request = aRequest()
  const { replay } = await archiveOf(request.notificationId)
  await world.send(request)
  await world.send(aRequest()) // what came to the record after its outcome has come
  const before = await world.judge(request)
  await replay()
  await world.send(aRequest()) // when this later one is through, the replayed one is too
  expect(await world.judge(request)).toEqual(before)
  expect(world.eventsOf(request.notificationId)).toHaveLength(2)
  tell('no second request, no further status event')
})
