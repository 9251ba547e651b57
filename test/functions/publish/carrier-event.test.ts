import { expect, it } from 'vitest'
import { CarrierDetail } from '../../../functions/publish/carrier-event.ts'
import { drainChangeKey } from '../../../functions/record/keys.ts'
import type { DrainChange } from '../../../functions/steering/drain-change.ts'
import { aDrainChange, operator } from '../../builders/a-drain.ts'
import { atNoon } from '../../builders/noon.ts'
import { published } from './published.ts'

const publishedOf = (change: DrainChange) => published({ ...drainChangeKey(change.version), ...change })

const said = { carrier: 'twilio', reason: 'Codes come late.', by: operator, recordedAt: atNoon() } as const

it('that somebody drained a carrier is told: who, when, where, until when and why', async () => {
  const [event, ...more] = await publishedOf(aDrainChange({ country: 'DE' }))
  expect(more).toEqual([])
  const detail = { eventId: 'twilio/Carrier Drained/1', country: 'DE', until: atNoon(7_200), ...said }
  expect(event).toEqual({ detailType: 'Carrier Drained', detail })
  expect(CarrierDetail.parse(JSON.parse(JSON.stringify(event?.detail)))).toEqual(detail)
})

it('and so is that somebody restored it', async () => {
  const { until: _, ...restored } = aDrainChange({ version: 2, action: 'restore' })
  const detail = { eventId: 'twilio/Carrier Restored/2', ...said }
  expect(await publishedOf(restored)).toEqual([{ detailType: 'Carrier Restored', detail }])
})
