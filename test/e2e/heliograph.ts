import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import { inject, vi } from 'vitest'
import type { Target } from '../../commands/target.ts'
import type { StatusEvent } from '../../functions/publish/status-event.ts'
import { readNotification } from '../../functions/record/read-notification.ts'
import { readPerson } from '../../functions/record/read-person.ts'
import { byChance } from '../../functions/record/table.ts'
import { carrierNetworkClient } from '../../local/carrier-network/client.ts'
import { watchStatusEvents } from '../../local/status-feed.ts'
import { canaryBook, personalWordsOf } from './canary-book.ts'

const patience = { timeout: 45_000, interval: 200 }

/** The deployed product, as a requester, a recipient and an operator see it. */
export const heliograph = async () => {
  const { emulatorUrl, networkUrl, outputs } = inject('deployed')
  const client = { endpoint: emulatorUrl, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
  const target: Target = { client, outputs }
  const workflows = new SFNClient(client)
  const table = {
    client: DynamoDBDocumentClient.from(new DynamoDBClient(client)),
    name: outputs.TableName,
    recordDays: 7,
    personDays: 1,
    ...byChance,
  }
  const events: StatusEvent[] = []
  const watching = new AbortController()
  await watchStatusEvents(target, `test-${randomUUID()}`, watching.signal, (event) => events.push(event))
  const tell = async (DetailType: string, ...details: object[]) => {
    const entry = { EventBusName: outputs.BusName, Source: 'test.shop', DetailType }
    const Entries = details.map((detail) => ({ ...entry, Detail: JSON.stringify(detail) }))
    await new EventBridgeClient(client).send(new PutEventsCommand({ Entries }))
  }
  const executionArn = (id: string) => `${outputs.WorkflowArn.replace(':stateMachine:', ':execution:')}:${id}`

  return {
    target,
    table,
    network: carrierNetworkClient(networkUrl),
    stop: () => watching.abort(),
    /** Puts events on the bus as any AWS service does. */
    tell,
    put: (...details: object[]) => tell('Notification Requested', ...details),
    /** The status events of a notification so far, in the order in which they came. */
    eventsOf: (id: string) => events.filter(({ detail }) => detail.notificationId === id),
    allEvents: () => events,
    /** Waits for a status event about a notification. */
    event: (id: string, detailType: StatusEvent['detailType']) =>
      vi.waitFor(() => {
        const found = events.find((event) => event.detail.notificationId === id && event.detailType === detailType)
        if (!found) throw new Error(`no ${detailType} for ${id} yet`)
        return found.detail
      }, patience),
    notification: readNotification(table),
    person: readPerson(table),
    /** Everything in the table. */
    scan: async () => {
      const items: Record<string, unknown>[] = []
      for await (const { Items = [] } of paginateScan(table, { TableName: table.name })) items.push(...Items)
      return items
    },
    /** Stops an execution as an operator does in the console. */
    abort: (id: string) => workflows.send(new StopExecutionCommand({ executionArn: executionArn(id) })),
    /** Waits for the execution's end, and tells through which states it went. */
    execution: async (id: string) => {
      const { status, error, input, name } = await vi.waitFor(async () => {
        const execution = await workflows.send(new DescribeExecutionCommand({ executionArn: executionArn(id) }))
        if (execution.status === 'RUNNING') throw new Error(`${id} is still running`)
        return execution
      }, patience)
      const history = await workflows.send(new GetExecutionHistoryCommand({ executionArn: executionArn(id), maxResults: 1000 }))
      const states = history.events?.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? [])
      return { status, error, states, written: JSON.stringify([name, input, history.events]) }
    },
  }
}

type World = Awaited<ReturnType<typeof heliograph>>

/** Puts a request, and waits until its text has arrived. */
export const delivered = async <Request extends { readonly notificationId: string }>(
  { put, event }: Pick<World, 'put' | 'event'>,
  request: Request,
): Promise<Request> => {
  await put(request)
  await event(request.notificationId, 'Notification Delivered')
  return request
}

type AreaCode = (typeof areaCodes)[number]
const areaCodes = [
  202, 206, 212, 303, 305, 312, 347, 404, 415, 416, 469, 503, 512, 602, 617, 646, 702, 713, 718, 719, 720, 808, 862, 907, 916,
] as const

/** Words that stand nowhere else, so that wherever they turn up, they came from here. A number never begins with 0. */
export const unmistakable = { code: '073915', otherCode: '084206', word: 'Zaunkoenig', otherWord: 'Wiedehopf' } as const

export const order = { template: 'order-shipped', params: { orderNo: 'Zaunkoenig-71', eta: '2071-07-19' } }
export const payment = {
  template: 'payment-received',
  params: { amount: { minorUnits: 739105, currency: 'EUR' }, orderNo: 'Zaunkoenig-72' },
}
export const membership = {
  template: 'membership-renewed',
  params: { name: 'Wiedehopf Ada', level: 'gold', until: '2072-08-20' },
}
export const marketing = { template: 'seasonal-sale', params: { percent: 25, until: '2073-09-21' } }

/** Tells the search at the end of the run what must have leaked nowhere. */
export const remember = (...words: readonly string[]) => canaryBook(inject('deployed').leakWatch.canaries).remember(...words)

/**
 * Makes requests for a code, each with an id and a fictional US number of its own.
 * @param areaCode another one in each file: all share one carrier network
 */
export const requestsTo = (areaCode: AreaCode) => {
  let phones = 0
  return (overrides: object = {}) => {
    const request = {
      notificationId: `test-${randomUUID()}`,
      to: `+1${areaCode}555${String(100 + phones++).padStart(4, '0')}`,
      template: 'sign-in-code',
      params: { code: unmistakable.code },
      ...overrides,
    }
    remember(...personalWordsOf(request))
    return request
  }
}
