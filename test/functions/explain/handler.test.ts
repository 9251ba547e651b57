import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/explain/handler.ts'
import { kinds } from '../../../functions/notification/kinds.ts'
import { policyRules } from '../../../functions/policy/policy-answer.ts'
import { stranger } from '../../../functions/recipient/recipient.ts'
import { recordConsent } from '../../../functions/recipient/record-consent.ts'
import { suppress } from '../../../functions/recipient/suppress.ts'
import { aDrain, aDrainChange } from '../../builders/a-drain.ts'
import { aConsent, aStatement } from '../../builders/a-recipient.ts'
import { aRouting } from '../../builders/a-routing.ts'
import { atNoon, noon } from '../../builders/noon.ts'
import { policyInMemory } from '../../builders/policy-in-memory.ts'

const to = '+14155550123'
const explain = (question: object, policy: Parameters<typeof policyInMemory>[0] = {}) =>
  createHandler({
    ...policyInMemory(policy),
    numbers: { allowedCountries: ['US', 'GB'] },
    readDrains: async () => [aDrain('twilio', { country: 'GB' }), aDrain('twilio', { until: atNoon() })],
    listDrainChanges: async (most) => [aDrainChange({ version: most })],
    carriers: { ...aRouting().carriers, payment: ['sns'] },
    now: () => noon,
  })(question)

describe('asked about a text', () => {
  it('answers for each rule, also for those behind one that does not allow it', async () => {
    const recipient = suppress(recordConsent(stranger, aConsent()), 'all', aStatement())
    const explained = await explain({ about: 'text', to, kind: 'marketing' }, { recipient })
    expect(explained).toMatchObject({ number: { country: 'US' }, verdict: { outcome: 'suppressed', reason: 'opted-out-of-all' } })
    expect(explained).toHaveProperty(
      'answers',
      policyRules.map((rule) => expect.objectContaining({ rule })),
    )
  })

  it('answers for now, or for another instant', async () => {
    const recipient = recordConsent(stranger, aConsent())
    const american = { about: 'text', to, kind: 'marketing', timeZone: 'America/New_York' }
    const policy = { recipient, quietHours: { default: { from: '21:00', to: '08:00' }, countries: {} } }
    expect(await explain(american, policy)).toMatchObject({ verdict: { holdUntil: new Date('2026-11-22T13:00:00Z') } })
    expect(await explain({ ...american, at: '2026-11-22T15:00:00Z' }, policy)).toMatchObject({ verdict: 'send' })
  })

  it('says of a number that is not texted why, and asks nothing else', async () => {
    expect(await explain({ about: 'text', to: '+33612345678', kind: 'order' })).toEqual({
      number: { ok: false, reason: 'country-not-allowed' },
      answers: [],
      verdict: { outcome: 'rejected', reason: 'country-not-allowed' },
    })
  })

  it('knows what the day’s budget leaves', async () => {
    const policy = { reserved: 99, overrides: { order: { budgetParts: 100 } } }
    expect(await explain({ about: 'text', to, kind: 'order', parts: 2 }, policy)).toMatchObject({
      verdict: { outcome: 'rejected', reason: 'budget-exhausted' },
    })
    expect(await explain({ about: 'text', to, kind: 'order', parts: 1 }, policy)).toMatchObject({ verdict: 'send' })
  })

  it.each([
    [{ about: 'text', to }],
    [{ about: 'text', to, kind: 'spam' }],
    [{ about: 'text', to, kind: 'order', timeZone: 'Mars/Base' }],
    [{ about: 'weather' }],
  ])('takes no other question: %j', async (question) => {
    await expect(explain(question)).rejects.toThrow()
  })
})

it('asked about budgets, answers for each kind what there is and what is reserved', async () => {
  const budgets = await explain({ about: 'budgets' }, { reserved: 7, overrides: { order: { budgetParts: 100 } } })
  expect(budgets).toContainEqual({ kind: 'order', day: '2026-11-22', parts: 100, reserved: { parts: 7, microUsd: 0 } })
  expect(budgets).toHaveLength(6)
})

it('asked about carriers, answers for each what it sends, and what operators say of it now', async () => {
  const others = kinds.filter((kind) => kind !== 'payment')
  expect(await explain({ about: 'carriers' })).toEqual([
    { carrier: 'sns', places: kinds.map((kind) => ({ kind, place: 1 })), drains: [] },
    {
      carrier: 'twilio',
      places: others.map((kind) => ({ kind, place: 2 })),
      drains: [aDrain('twilio', { country: 'GB' })],
    },
  ])
})

it('asked about drains, answers the latest words of operators, as many as are asked for', async () => {
  expect(await explain({ about: 'drains', most: 20 })).toEqual([aDrainChange({ version: 20 })])
  await expect(explain({ about: 'drains', most: 101 })).rejects.toThrow('most')
})
