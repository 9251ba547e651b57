import { randomUUID } from 'node:crypto'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { delivered, heliograph, requestsTo } from './heliograph.ts'
import { commandLine } from './run-command-line.ts'

const aRequest = requestsTo(718)

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

const sent = (request: ReturnType<typeof aRequest>) => delivered(world, request)

describe('heliograph redrive', () => {
  const letter = (detail: object) =>
    JSON.stringify({
      id: randomUUID(),
      time: new Date().toISOString(),
      source: 'test.shop',
      'detail-type': 'Notification Requested',
      detail,
    })
  const put = async (body: string) => {
    const QueueUrl = world.target.outputs.RequestsDeadLettersUrl
    return (await new SQSClient(world.target.client).send(new SendMessageCommand({ QueueUrl, MessageBody: body }))).MessageId
  }

  it('says what would go, brings a request back to be sent, leaves what nobody can read, and does nothing twice', {
    timeout: 120_000,
  }, async () => {
    const request = aRequest()
    await put(letter(request))
    const unreadable = await put(letter({ ...request, template: 7 }))
    const dry = await commandLine('redrive', '--dry-run')
    expect(dry).toMatchObject({ err: '', code: 0 })
    expect(dry.out).toContain(`would go  requests (DeadLetters)     Notification Requested ${request.notificationId}\n`)
    expect(dry.out).toMatch(/Nothing is changed\. \d+ would go, \d+ would be left\.\n$/)

    const { out, code } = await commandLine('redrive')
    expect(code).toBe(0)
    expect(out).toContain(`redriven  requests (DeadLetters)     Notification Requested ${request.notificationId}\n`)
    expect(out).toMatch(
      new RegExp(`^left {6}requests \\(DeadLetters\\) {5}Notification Requested: nobody can read it.*\\(${unreadable}\\)$`, 'm'),
    )
    await world.event(request.notificationId, 'Notification Delivered')
    const again = await commandLine('redrive')
    expect(again.out).not.toContain(request.notificationId)
    expect(again.out).toContain(unreadable)
    for (const said of [dry.out, out, again.out]) expect(said).not.toContain(request.to.slice(2))

    await put(letter(request)) // as one who died before it deleted the letter would leave it
    await commandLine('redrive')
    await sent(aRequest()) // which came after it
    expect(await world.network.textsOn(request.to)).toHaveLength(1)
  })
})
