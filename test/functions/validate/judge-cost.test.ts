import { describe, expect, it } from 'vitest'
import { defaultKinds, kinds } from '../../../functions/notification/kinds.ts'
import { judgeCost } from '../../../functions/validate/judge-cost.ts'

const prices = { US: { sns: 0.00645, twilio: 0.0083 } }
const anOrder = { kind: 'order', country: 'US', parts: 3 } as const
const limits = defaultKinds.order

describe('the price of a text', () => {
  it('is told for every carrier that may send it', () => {
    expect(judgeCost(anOrder, limits, prices, ['twilio', 'sns'])).toEqual({ ok: true, prices: { twilio: 0.0249, sns: 0.01935 } })
    expect(judgeCost(anOrder, limits, prices, ['sns'])).toEqual({ ok: true, prices: { sns: 0.01935 } })
  })

  it('is unknown where nobody told it, which is neither nothing nor too much', () => {
    expect(judgeCost({ ...anOrder, country: 'DE' }, limits, prices, ['sns', 'twilio'])).toEqual({ ok: true, prices: undefined })
    expect(judgeCost(anOrder, limits, { US: { twilio: 0.0083 } }, ['sns', 'twilio'])).toEqual({
      ok: true,
      prices: { twilio: 0.0249 },
    })
  })

  it('is held to by the dearest carrier that could be fallen back to', () => {
    const { mostPriceUsd } = limits
    const one = { ...anOrder, parts: 1 }
    expect(judgeCost(one, limits, { US: { sns: 0.001, twilio: mostPriceUsd } }, ['sns', 'twilio'])).toMatchObject({ ok: true })
    const dear = { US: { sns: 0.001, twilio: mostPriceUsd + 0.001 } }
    expect(judgeCost(one, limits, dear, ['sns'])).toMatchObject({ ok: true })
    expect(judgeCost(one, limits, dear, ['sns', 'twilio'])).toEqual({
      ok: false,
      code: 'over-price-limit',
      problem: 'would cost 0.501 US dollars, and order may cost at most 0.5',
    })
  })

  it('is held to what the deployment lets it cost', () => {
    const cheaper = { ...limits, mostPriceUsd: 0.02 }
    expect(judgeCost(anOrder, cheaper, prices, ['sns'])).toMatchObject({ ok: true })
    expect(judgeCost(anOrder, cheaper, prices, ['sns', 'twilio'])).toMatchObject({ ok: false, code: 'over-price-limit' })
  })
})

it.each(kinds)('lets %s take as many parts as its kind may, and not one more', (kind) => {
  const policy = defaultKinds[kind]
  const { mostParts } = policy
  expect(judgeCost({ kind, country: 'US', parts: mostParts }, policy, {}, ['sns'])).toMatchObject({ ok: true })
  expect(judgeCost({ kind, country: 'US', parts: mostParts + 1 }, policy, {}, ['sns'])).toEqual({
    ok: false,
    code: 'too-many-parts',
    problem: `takes ${mostParts + 1} parts, and ${kind} may take at most ${mostParts}`,
  })
})
