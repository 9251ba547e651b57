import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createHandler, type Dependencies } from '../../../functions/validate/handler.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { aRouting } from '../../builders/a-routing.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { aCurrentTemplate } from '../../builders/a-template.ts'
import { noon } from '../../builders/noon.ts'
import { policyInMemory } from '../../builders/policy-in-memory.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'

const id = 'shop-order-4711-shipped'
const requested = { notification: aRequestedNotification(), person: aPerson({ text: undefined }) }

const validate = (records: ReturnType<typeof recordsInMemory>, overrides: Partial<Dependencies> = {}) =>
  createHandler({
    ...policyInMemory(),
    ...records,
    readTemplate: async (name) => (name === 'order-shipped' ? aCurrentTemplate() : undefined),
    numbers: { allowedCountries: ['US'] },
    prices: { US: { sns: 0.00645 } },
    routing: aRouting(),
    now: () => noon,
    ...overrides,
  })

describe('Validate', () => {
  it('keeps plan and text, and tells the workflow to send', async () => {
    const records = recordsInMemory(requested)
    expect(await validate(records)({ notificationId: id })).toEqual(aSendNext())
    const plan = aPlan({ prices: { sns: 0.00645 } })
    expect(records.now()).toEqual(aNotification({ plan, next: aSendNext(), policy: expect.any(Array) }))
    expect(records.person()).toEqual(aPerson())
  })

  it('answers the same again, without rendering the text again', async () => {
    const records = recordsInMemory(requested)
    const first = await validate(records)({ notificationId: id })
    const again = validate(records, {
      readTemplate: () => Promise.reject(new Error('not to be read')),
    })
    expect(await again({ notificationId: id })).toEqual(first)
  })

  it.each<[string, Partial<Dependencies>, object]>([
    [
      'its country is not allowed',
      { numbers: { allowedCountries: ['DE'] } },
      { outcome: 'rejected', reason: 'country-not-allowed' },
    ],
    [
      'it is not one of the only numbers',
      { numbers: { allowedCountries: ['US'], onlyTo: [] } },
      { outcome: 'suppressed', reason: 'not-in-only-to' },
    ],
    ['it is erased', { readPerson: async () => undefined }, { outcome: 'expired', reason: 'person-erased' }],
  ])('judges the number anew where the plan is there, and stops where %s', async (_, overrides, ending) => {
    const records = recordsInMemory(requested)
    await validate(records)({ notificationId: id })
    expect(await validate(records, overrides)({ notificationId: id })).toEqual({ decision: 'stop', ...ending })
    expect(records.now()).toMatchObject({ ...ending, kind: 'order' })
  })

  it('tells the workflow to stop where the request does not fit, and why', async () => {
    const records = recordsInMemory({ ...requested, notification: aRequestedNotification({ template: 'order-lost' }) })
    expect(await validate(records)({ notificationId: id })).toEqual({
      decision: 'stop',
      outcome: 'rejected',
      reason: 'unknown-template',
    })
    expect(records.now()).toMatchObject({ outcome: 'rejected', explanation: 'template is not the name of a template.' })
  })

  it('ends as expired what came so late that the person is erased', async () => {
    const records = recordsInMemory({ notification: aRequestedNotification() })
    expect(await validate(records)({ notificationId: id })).toEqual({
      decision: 'stop',
      outcome: 'expired',
      reason: 'person-erased',
    })
    expect(records.now()).toMatchObject({ outcome: 'expired', reason: 'person-erased' })
  })

  it('tells once that a budget is spent, by the first text that finds it so', async () => {
    const records = recordsInMemory(requested)
    const policy = policyInMemory({ reserved: 100, overrides: { order: { budgetParts: 100 } } })
    const ask = validate(records, policy)
    const stop = { decision: 'stop', outcome: 'rejected', reason: 'budget-exhausted' }
    expect(await ask({ notificationId: id })).toEqual(stop)
    expect(policy.levels).toEqual([{ kind: 'order', day: '2026-11-22', level: 100, parts: 100, at: noon.toISOString() }])
    expect(await ask({ notificationId: id })).toEqual(stop)
    expect(policy.levels).toHaveLength(1)
  })

  it('keeps an outcome that came while it judged', async () => {
    const records = recordsInMemory(requested)
    const closedMeanwhile = async () => {
      await records.changeNotification(id, (current) => ({
        notification: { ...current, outcome: 'undeliverable', reason: 'fault' },
        answer: undefined,
      }))
      return aCurrentTemplate()
    }
    expect(await validate(records, { readTemplate: closedMeanwhile })({ notificationId: id })).toEqual({
      decision: 'stop',
      outcome: 'undeliverable',
      reason: 'fault',
    })
    expect(records.now()).toMatchObject({ outcome: 'undeliverable' })
  })

  it.each([undefined, {}, { notificationId: '' }, { notificationId: 'a b' }])('does not take %j for its input', async (input) => {
    await expect(validate(recordsInMemory(requested))(input)).rejects.toThrow(z.ZodError)
  })
})
