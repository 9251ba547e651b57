import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cloudWatchDeliveryLog } from '../../../local/carrier-network/delivery-log.ts'

const group = 'sns/eu-west-1/000000000000/DirectPublishToPhoneNumber'
const never = new AbortController().signal

interface LogsRequest {
  logGroupName: string
  logStreamName: string
  logEvents: { timestamp: number; message: string }[]
}

/** As much of CloudWatch Logs as a log writer meets: groups are there, a stream only once it is made. */
const aLogsService = async ({ groups = [group, `${group}/Failure`] } = {}) => {
  const streams = new Set<string>()
  const events: { group: string; stream: string; message: string }[] = []
  const answers = {
    CreateLogStream: ({ logGroupName, logStreamName }: LogsRequest) => {
      if (!groups.includes(logGroupName)) return 'ResourceNotFoundException'
      if (streams.has(logGroupName + logStreamName)) return 'ResourceAlreadyExistsException'
      streams.add(logGroupName + logStreamName)
      return undefined
    },
    PutLogEvents: ({ logGroupName, logStreamName, logEvents }: LogsRequest) => {
      if (!streams.has(logGroupName + logStreamName)) return 'ResourceNotFoundException'
      for (const { message } of logEvents) events.push({ group: logGroupName, stream: logStreamName, message })
      return undefined
    },
  }
  const server = createServer(async (request, response) => {
    const action = String(request.headers['x-amz-target']).split('.')[1] as keyof typeof answers
    const failure = answers[action](JSON.parse(await text(request)))
    response.writeHead(failure === undefined ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(failure === undefined ? {} : { __type: failure, message: failure }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { log: cloudWatchDeliveryLog({ endpoint, region: 'eu-west-1', account: '000000000000' }), events, streams }
}

describe('the delivery log', () => {
  it('writes deliveries and failures to the two groups that SNS writes to, in one stream per run', async () => {
    const { log, events, streams } = await aLogsService()
    await log.put('delivered', 'a delivery', never)
    await log.put('undelivered', 'a failure', never)
    await log.put('delivered', 'another delivery', never)
    expect(events.map(({ group: name, message }) => [name, message])).toEqual([
      [group, 'a delivery'],
      [`${group}/Failure`, 'a failure'],
      [group, 'another delivery'],
    ])
    expect(streams.size).toBe(2)
    expect(new Set(events.map(({ stream }) => stream)).size).toBe(1)
  })

  it('loses none of several first lines', async () => {
    const { log, events } = await aLogsService()
    await Promise.all(['a', 'b', 'c'].map((line) => log.put('delivered', line, never)))
    expect(events).toHaveLength(3)
    expect(new Set(events.map(({ message }) => message))).toEqual(new Set(['a', 'b', 'c']))
  })

  it('rejects when the group is not there', async () => {
    const { log } = await aLogsService({ groups: [] })
    await expect(log.put('delivered', 'a delivery', never)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})
