import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { CarrierName } from '../../functions/notification/carrier-name.ts'
import { payment, requestsTo } from '../e2e/heliograph.ts'
import { it } from './it.ts'
import { sentenceOfAll } from './sentence-of.ts'
import { type UnderFaults, underFaults } from './under-faults.ts'

const aRequest = requestsTo(312)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

/** As the attempt after one that reached nobody. */
const deliveredBy = (carrier: CarrierName) => ({
  notification: {
    outcome: 'delivered',
    attempts: [{ answer: { type: 'notSent', failure: { reason: 'unreachable' } } }, {}],
  },
  calls: [{ carrier }],
})

describe('a carrier that cannot be reached', () => {
  it.for([
    ['a code', 'twilio', {}, 'sns'],
    ['a payment', 'sns', payment, 'twilio'],
  ] as const)(
    'F19: the connection is refused, and %s goes to the other carrier at once',
    async ([, carrier, kind, other], { tell }) => {
      await world.shut(carrier)
      try {
        const judged = await world.send(aRequest(kind))
        expect(judged).toMatchObject([deliveredBy(other)])
        tell(sentenceOfAll(judged))
      } finally {
        await world.open(carrier)
      }
    },
  )

  it('F19: its name cannot be resolved, and a code goes to the other carrier at once', async ({ tell }) => {
    const judged = await world.functions.whileGiven('StepsSend', { TWILIO_URL: 'http://twilio.invalid' }, () =>
      world.send(aRequest()),
    )
    expect(judged).toMatchObject([deliveredBy('sns')])
    tell(sentenceOfAll(judged))
  })
})
