import { afterAll, beforeAll, expect } from 'vitest'
import type { Template } from '../../../functions/template/template.ts'
import { requestsTo } from '../../e2e/heliograph.ts'
import { it } from '../it.ts'
import { approvedIn, retireMeanwhile } from '../retire-meanwhile.ts'
import { type ReviewUnderFaults, reviewUnderFaults } from '../review-under-faults.ts'

const aRequest = requestsTo(718)

let world: ReviewUnderFaults
beforeAll(async () => {
  world = await reviewUnderFaults()
})
afterAll(() => world.stop())

const ofACode: Partial<Template> = {
  kind: 'verification',
  slots: { code: { type: 'code', length: 6, example: '042817' } },
  texts: { en: 'Shop: {{code}} is your code.' },
}

it('R7: a notification waits in a hold, and is sent by its version', async ({ tell }) => {
  const template = await approvedIn(world, ofACode)
  const [waiting, next] = [aRequest({ template }), aRequest({ template })]
  await world.network.scriptCarrierPhone('twilio', waiting.to, { call: { fate: 'throttle', retryAfterSeconds: 6 } })
  await world.put(waiting)
  await world.until(async () =>
    expect(await world.notification(waiting.notificationId)).toMatchObject({ next: { decision: 'hold' } }),
  )
  const goOn = () => world.network.resetCarrierPhone('twilio', waiting.to)
  tell(await retireMeanwhile(world, { waiting, next, goOn }))
})
