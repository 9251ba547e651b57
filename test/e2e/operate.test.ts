import { randomUUID } from 'node:crypto'
import { EventBridgeClient, ListRulesCommand, ListTargetsByRuleCommand, type Rule } from '@aws-sdk/client-eventbridge'
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { ListQueuesCommand, PurgeQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { deadLetterQueues } from '../../commands/dead-letter-queues.ts'
import type { Target } from '../../commands/target.ts'
import { listReveals } from '../../functions/record/reveals.ts'
import { heliograph, order, payment, requestsTo, unmistakable } from './heliograph.ts'
import { commandLine, startCommandLine } from './run-command-line.ts'

const aRequest = requestsTo(404)
const me = 'arn:aws:iam::000000000000:root'
const lost = { receipts: [], arrives: false }

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

const sent = async (request: ReturnType<typeof aRequest>, detailType = 'Notification Delivered' as const) => {
  await world.put(request)
  await world.event(request.notificationId, detailType)
  return request
}

describe('heliograph show', () => {
  it('tells a code that fell back: each decision, attempt and receipt in order, and nothing personal', async () => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, lost)
    await sent(request)
    const { out, err, code } = await commandLine('show', request.notificationId)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    const told = out.trim().split('\n')
    expect(told[0]).toBe(`${request.notificationId}: delivered`)
    const order = [
      'requested',
      'Validate: send attempt 1 by twilio',
      '#1  for twilio',
      'silent',
      'Fall back: send attempt 2 by sns',
      '#2  for sns',
      'sns says delivered',
      'ended',
    ]
    const places = order.map((words) => told.findIndex((line) => line.includes(words)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    for (const personal of [request.to.slice(1), unmistakable.code]) expect(out).not.toContain(personal)
  })

  it('reveals number and text only when asked, and keeps who looked before it shows anything', async () => {
    const request = await sent(aRequest())
    const hidden = await commandLine('show', request.notificationId, '--json')
    expect(hidden.out).not.toContain(request.to)
    expect(hidden.out).not.toMatch(/token|fingerprint|Hash/)
    expect(await Array.fromAsync(listReveals(world.table, request.notificationId))).toEqual([])

    const revealed = await commandLine('show', request.notificationId, '--reveal', '--json')
    expect(JSON.parse(revealed.out)).toMatchObject({ outcome: 'delivered', person: { to: request.to } })
    expect(await Array.fromAsync(listReveals(world.table, request.notificationId))).toEqual([{ at: expect.any(String), by: me }])
    expect((await commandLine('show', request.notificationId)).out).toMatch(/ revealed +number, parameters and text to arn:/)
  })

  it('says in a sentence that there is none, or that it was called off before it was asked for', async () => {
    const { notificationId } = aRequest()
    expect(await commandLine('show', notificationId)).toMatchObject({
      out: '',
      code: 1,
      err: expect.stringContaining('There is no notification'),
    })
    await commandLine('cancel', notificationId)
    expect(await commandLine('show', notificationId)).toMatchObject({ code: 1, err: expect.stringContaining('called off') })
  })
})

describe('heliograph find', () => {
  it('finds what was requested for a number, the latest first, and prints the number nowhere', async () => {
    const first = await sent(aRequest())
    const second = await sent({ ...aRequest(), to: first.to })
    const { out, err, code } = await commandLine('find', '--to', first.to)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    const lines = out.trim().split('\n')
    expect(lines.map((line) => line.split(/ {2,}/)[1]).sort()).toEqual([first.notificationId, second.notificationId].sort())
    for (const line of lines) expect(line).toMatch(/ verification +delivered +twilio +receipt$/)
    expect(out).not.toContain(first.to.slice(2))
    const later = await commandLine('find', '--to', first.to, '--since', new Date(Date.now() + 60_000).toISOString(), '--json')
    expect(JSON.parse(later.out)).toEqual([])
  })

  it('says where else to look when there is nothing', async () => {
    const { out, code } = await commandLine('find', '--to', aRequest().to)
    expect({ out, code }).toEqual({ code: 0, out: expect.stringContaining('Nothing was requested for this number since') })
  })
})

const targetsOf = async ({ client, outputs }: Target, rules: readonly Rule[]) => {
  const events = new EventBridgeClient(client)
  const lists = rules.map(({ Name }) => events.send(new ListTargetsByRuleCommand({ EventBusName: outputs.BusName, Rule: Name })))
  return (await Promise.all(lists)).flatMap(({ Targets = [] }) => Targets).length
}

describe('heliograph watch', () => {
  it('tells what is wanted as it comes, once, and takes down its rule and its queue when it is interrupted', async () => {
    const rules = async () => {
      const list = new ListRulesCommand({ EventBusName: world.target.outputs.BusName, NamePrefix: 'heliograph-watch-' })
      return (await new EventBridgeClient(world.target.client).send(list)).Rules ?? []
    }
    const queues = async () =>
      (await new SQSClient(world.target.client).send(new ListQueuesCommand({ QueueNamePrefix: 'heliograph-watch-' })))
        .QueueUrls ?? []
    const { out, interrupt } = startCommandLine('watch', '--json', '--outcome', 'delivered', '--kind', 'verification')
    await vi.waitFor(async () => expect(await targetsOf(world.target, await rules())).toBe(1), { timeout: 20_000 })
    const other = await sent(aRequest(order))
    const request = await sent(aRequest())
    await vi.waitFor(() => expect(out()).toContain(request.notificationId), { timeout: 20_000 })
    expect(await interrupt()).toBe(0)
    const events = out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events.map(({ detailType }) => detailType)).toEqual(events.map(() => 'Notification Delivered'))
    expect(events.filter(({ detail }) => detail.notificationId === request.notificationId)).toHaveLength(1)
    expect(out()).not.toContain(other.notificationId)
    expect([await rules(), await queues()]).toEqual([[], []])
  })
})

describe('heliograph stats', () => {
  it('counts what was delivered by kind, and what each carrier did with its attempts', async () => {
    const request = aRequest(payment)
    await sent(request)
    const { out, err, code } = await commandLine('stats', '--since', '1h', '--by', 'kind', '--json')
    expect({ err, code }).toEqual({ err: '', code: 0 })
    const { figures, isAll } = JSON.parse(out)
    expect(isAll).toBe(true)
    expect(figures.find(({ group }: { group: { kind: string } }) => group.kind === 'payment').fates.delivered).toBeGreaterThan(0)
    const byCarrier = await commandLine('stats', '--by', 'carrier,country')
    expect(byCarrier.out).toMatch(/^\d+ attempts since /)
    expect(byCarrier.out).toMatch(/^sns +US +\d+ /m)
  })
})

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
    expect(out).toMatch(new RegExp(`^left {6}requests \\(DeadLetters\\) {5}Notification Requested: nobody can read it.*\\(${unreadable}\\)$`, 'm'))
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

describe('heliograph doctor', () => {
  const states = (out: string, names: readonly string[]) => {
    const found: { check: string; state: string }[] = JSON.parse(out)
    return found.filter(({ check }) => names.includes(check)).map(({ state }) => state)
  }

  /** No template is sent, a secret holds no account, and a dead letter waits. @returns how to mend it */
  const plantFaults = async () => {
    const { client, outputs } = world.target
    const { client: documents, name: TableName } = world.table
    const ofTemplates = { KeyConditionExpression: 'PK = :names', ExpressionAttributeValues: { ':names': 'TEMPLATES' } }
    const { Items: names = [] } = await documents.send(new QueryCommand({ TableName, ...ofTemplates }))
    for (const { PK, SK } of names) await documents.send(new DeleteCommand({ TableName, Key: { PK, SK } }))
    const [secrets, SecretId] = [new SecretsManagerClient(client), outputs.TwilioAccountArn]
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId }))
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: 'a token' }))
    const [queues, QueueUrl] = [new SQSClient(client), outputs.InterventionsNotHeededUrl]
    await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: 'nobody can read this' }))
    return async () => {
      for (const Item of names) await documents.send(new PutCommand({ TableName, Item }))
      await secrets.send(new PutSecretValueCommand({ SecretId, SecretString }))
      for (const url of Object.values(deadLetterQueues({ outputs }))) await queues.send(new PurgeQueueCommand({ QueueUrl: url }))
    }
  }

  it('finds three planted faults, each with a remedy, and exits with 0 when they are mended', async () => {
    const planted = ['secrets', 'templates', 'dead letters']
    const mend = await plantFaults()
    try {
      const { out, code } = await commandLine('doctor', '--json')
      expect(code).toBe(1)
      expect(states(out, planted)).toEqual(['fault', 'fault', 'fault'])
      expect(states(out, ['clocks', 'callbacks'])).toEqual(['fine', 'fine'])
      expect((await commandLine('doctor')).out).toMatch(
        /^fault {4}templates +No template is approved.*\n {28}`heliograph template submit.*^Not ready: fault 3/ms,
      )
    } finally {
      await mend()
    }
    const { out, code, err } = await commandLine('doctor')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Nothing that was looked at is in the way of texts: fault 0/m)
  })
})
