import { CloudWatchLogsClient, FilterLogEventsCommand, paginateDescribeLogGroups } from '@aws-sdk/client-cloudwatch-logs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { heliograph, requestsTo } from './heliograph.ts'

/** Unmistakable: they stand nowhere else. */
const canary = { code: '739105', words: 'Zaunkoenig', areaCode: 646 } as const
const aRequest = requestsTo(canary.areaCode)

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

/** Every log line there is, but for SNS's own two groups, which hold numbers by their nature. */
const logLines = async () => {
  const logs = new CloudWatchLogsClient(world.target.client)
  const lines: string[] = []
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client: logs }, {}))
    for (const { logGroupName = '' } of logGroups.filter(({ logGroupName }) => !logGroupName?.startsWith('sns/'))) {
      const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName, limit: 10_000 }))
      lines.push(logGroupName, ...events.map(({ message = '' }) => message))
    }
  return lines
}

it('leaves no number, code or text in a log, an execution, a status event or an audit record', async () => {
  const delivered = aRequest({ params: { code: canary.code } })
  const wrong = aRequest({ params: { code: canary.words, [canary.words + canary.code]: canary.code } })
  const refused = aRequest({ template: 'order-shipped', params: { orderNo: canary.words, eta: canary.code } })
  const malformed = aRequest({ params: canary.words, [`${canary.words}1234567`]: canary.code, locale: 7 })
  const message = `Invalid parameter: PhoneNumber Reason: ${refused.to} is not valid to publish to`
  await world.network.scriptCarrierPhone('sns', refused.to, { call: { fate: 'refuse', code: 'InvalidParameter', message } })
  await world.put(delivered, wrong, refused, malformed)
  await world.event(delivered.notificationId, 'Notification Delivered')
  await world.event(wrong.notificationId, 'Notification Rejected')
  await world.event(malformed.notificationId, 'Notification Rejected')
  await world.event(refused.notificationId, 'Notification Undeliverable')

  const executions = await Promise.all([delivered, wrong, refused].map(({ notificationId }) => world.execution(notificationId)))
  const { Items = [] } = await world.scan()
  const audit = Items.filter(({ SK }) => SK === 'NOTIFICATION' || String(SK).startsWith('RECEIPT#'))
  const lines = await logLines()
  const written = [
    ...lines,
    ...executions.map((execution) => execution.written),
    JSON.stringify([world.allEvents(), audit]),
  ].join('\n')

  expect(lines.length).toBeGreaterThan(50)
  expect(written).toContain(delivered.notificationId) // we look in the right place
  const secrets = [
    canary.code,
    canary.words,
    delivered.to.slice(1),
    wrong.to.slice(1),
    refused.to.slice(1),
    'sign-in code, valid',
  ]
  for (const secret of secrets) expect(written, `${secret} was written`).not.toMatch(new RegExp(`\\b${secret}\\b`))
})
