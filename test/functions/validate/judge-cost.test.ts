import { describe, expect, it } from 'vitest'
import { industryKinds, kindPolicies } from '../../../functions/notification/kinds.ts'
import { judgeCost } from '../../../functions/validate/judge-cost.ts'

const prices = { US: { sns: 0.00645, twilio: 0.0083 } }
const anOrder = { kind: 'order', country: 'US', parts: 3 } as const

describe('the price of a text', () => {
  it('is told for every carrier that may send it', () => {
    expect(judgeCost(anOrder, prices, ['twilio', 'sns'])).toEqual({ ok: true, prices: { twilio: 0.0249, sns: 0.01935 } })
    expect(judgeCost(anOrder, prices, ['sns'])).toEqual({ ok: true, prices: { sns: 0.01935 } })
  })

  it('is unknown where nobody told it, which is neither nothing nor too much', () => {
    expect(judgeCost({ ...anOrder, country: 'DE' }, prices, ['sns', 'twilio'])).toEqual({ ok: true, prices: undefined })
    expect(judgeCost(anOrder, { US: { twilio: 0.0083 } }, ['sns', 'twilio'])).toEqual({ ok: true, prices: { twilio: 0.0249 } })
  })

  it('is held to by the dearest carrier that could be fallen back to', () => {
    const { mostPriceUsd } = kindPolicies.order
    const one = { ...anOrder, parts: 1 }
    expect(judgeCost(one, { US: { sns: 0.001, twilio: mostPriceUsd } }, ['sns', 'twilio'])).toMatchObject({ ok: true })
    const dear = { US: { sns: 0.001, twilio: mostPriceUsd + 0.001 } }
    expect(judgeCost(one, dear, ['sns'])).toMatchObject({ ok: true })
    expect(judgeCost(one, dear, ['sns', 'twilio'])).toEqual({
      ok: false,
      code: 'over-price-limit',
      problem: 'would cost 0.501 US dollars, and order may cost at most 0.5',
    })
  })
})

it.each(industryKinds)('lets %s take as many parts as its kind may, and not one more', (kind) => {
  const { mostParts } = kindPolicies[kind]
  expect(judgeCost({ kind, country: 'US', parts: mostParts }, {}, ['sns'])).toMatchObject({ ok: true })
  expect(judgeCost({ kind, country: 'US', parts: mostParts + 1 }, {}, ['sns'])).toEqual({
    ok: false,
    code: 'too-many-parts',
    problem: `takes ${mostParts + 1} parts, and ${kind} may take at most ${mostParts}`,
  })
})
