import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followIntervention } from '../../../commands/intervention/follow-intervention.ts'
import type { Intervention } from '../../../functions/notification/intervention.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { aCancellation } from '../../builders/an-intervention.ts'
import { noon } from '../../builders/noon.ts'

const id = 'shop-order-4711-shipped'
const cancelled = aCancellation({ reason: 'order-withdrawn' })

beforeEach(() => void vi.useFakeTimers({ now: noon, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** The records of a notification, which somebody has changed when they are looked at for the third time; a look takes 20 seconds. */
const records = (before: Notification | undefined, after: { notification?: Notification; parked?: Intervention } = {}) => {
  let looks = 0
  const said: string[] = []
  const now = () => (looks > 2 ? after : { notification: before, parked: undefined })
  return {
    said,
    say: async () => void said.push('cancelled'),
    findNotification: async () => {
      looks += 1
      vi.setSystemTime(Date.now() + 20_000)
      return now().notification
    },
    findIntervention: async () => now().parked,
  }
}

const follow = (world: ReturnType<typeof records>) => followIntervention(world, id, 'cancelled', world.say)

describe('an intervention is followed', () => {
  it('until the record tells that it was heeded, by the event that the bus is told', async () => {
    const world = records(aNotification(), {
      notification: aNotification({ cancelled, outcome: 'cancelled', reason: 'order-withdrawn' }),
    })
    expect(await follow(world)).toMatchObject({ result: 'heeded', event: { detailType: 'Notification Cancelled' } })
    expect(world.said).toEqual(['cancelled'])
  })

  it('until it is known to have come late', async () => {
    const attempts = [anAttempt()]
    const world = records(aNotification({ attempts }), { notification: aNotification({ attempts, cancelled }) })
    expect(await follow(world)).toMatchObject({ result: 'late', event: { detailType: 'Cancellation Came Late' } })
  })

  it('until it is parked for what nobody has requested yet', async () => {
    expect(await follow(records(undefined, { parked: { cancelled } }))).toEqual({ result: 'parked', event: undefined })
  })

  it('and not even said where the end is known already', async () => {
    const world = records(aNotification({ outcome: 'delivered', reason: 'receipt' }))
    expect(await follow(world)).toMatchObject({ result: 'late', event: { detailType: 'Notification Delivered' } })
    expect(world.said).toEqual([])
  })

  it('for a minute at most', async () => {
    await expect(follow(records(aNotification(), { notification: aNotification() }))).rejects.toThrow(
      'It was not taken within 60 s',
    )
  })
})
