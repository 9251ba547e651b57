import type { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { describe, expect, it } from 'vitest'
import { putOurEvents } from '../../../functions/publish/put-our-events.ts'
import type { StatusEvent } from '../../../functions/publish/status-event.ts'

const anEvent = (n: number): StatusEvent => ({
  detailType: 'Notification Sent',
  detail: { eventId: `shop-order-4711-shipped/Notification Sent/${n}` },
})
const events = (count: number) => Array.from({ length: count }, (_, index) => anEvent(index + 1))

/** A bus that refuses some entries of a call; `refuses` is asked for each, by the number of the event and of the call. */
const aBus = (refuses: (event: number, call: number) => boolean = () => false) => {
  const calls: number[][] = []
  const inputs: PutEventsCommand['input'][] = []
  const send = async ({ input }: PutEventsCommand) => {
    inputs.push(input)
    const numbers = (input.Entries ?? []).map(({ Detail = '' }) => Number(JSON.parse(Detail).eventId.split('/').at(-1)))
    const call = calls.push(numbers)
    return { Entries: numbers.map((n) => (refuses(n, call) ? { ErrorCode: 'ThrottlingException' } : { EventId: `id-${n}` })) }
  }
  return { put: putOurEvents({ client: { send } as unknown as EventBridgeClient, name: 'heliograph' }), calls, inputs }
}

describe('our own events', () => {
  it('are put on the bus under our name', async () => {
    const { put, inputs } = aBus()
    await put([anEvent(1)])
    expect(inputs).toEqual([
      {
        Entries: [
          {
            EventBusName: 'heliograph',
            Source: 'heliograph',
            DetailType: 'Notification Sent',
            Detail: '{"eventId":"shop-order-4711-shipped/Notification Sent/1"}',
          },
        ],
      },
    ])
  })

  it('are put in tens, as many as a call may hold', async () => {
    const { put, calls } = aBus()
    await put(events(23))
    expect(calls.map((call) => call.length)).toEqual([10, 10, 3])
    expect(calls.flat()).toEqual(events(23).map((_, index) => index + 1))
  })

  it('that are none ask nothing of the bus', async () => {
    const { put, calls } = aBus()
    await put([])
    expect(calls).toEqual([])
  })

  it('that the bus refused are put again, and they alone', async () => {
    const { put, calls } = aBus((event, call) => event % 2 === 0 && call < 3)
    await put(events(5))
    expect(calls).toEqual([
      [1, 2, 3, 4, 5],
      [2, 4],
      [2, 4],
    ])
  })

  it('that the bus refuses three times are a fault, so that the change comes again', async () => {
    const { put, calls } = aBus((event) => event > 3)
    await expect(put(events(5))).rejects.toThrow('2 events were refused by the bus')
    expect(calls).toHaveLength(3)
  })

  it('are a fault when the bus is away', async () => {
    const send = () => Promise.reject(new Error('the bus is away'))
    const put = putOurEvents({ client: { send } as unknown as EventBridgeClient, name: 'heliograph' })
    await expect(put([anEvent(1)])).rejects.toThrow('the bus is away')
  })
})
