import { describe, expect, it } from 'vitest'
import { type IndustryKind, industryKinds, kindPolicies } from '../../../functions/notification/kinds.ts'
import type { Person } from '../../../functions/notification/notification.ts'
import type { TemplateVersion } from '../../../functions/template/template.ts'
import { judgeAgain, makePlan } from '../../../functions/validate/make-plan.ts'
import { aRequestedNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { aTemplate } from '../../builders/a-template.ts'
import { atNoon } from '../../builders/noon.ts'

const numbers = { allowedCountries: ['US', 'DE'] }
const requested = aRequestedNotification()
const person = aPerson({ text: undefined })

describe('a request that fits', () => {
  it('is planned once: kind, template version, language, country, parts, validity and the very text', () => {
    expect(makePlan(requested, person, aTemplate(), numbers)).toEqual({
      kind: 'order',
      plan: aPlan(),
      text: 'Shop: order 4711 comes on 2026-11-24.',
    })
  })

  it("is rendered in the recipient's language", () => {
    expect(makePlan({ ...requested, locale: 'de-AT' }, person, aTemplate(), numbers)).toMatchObject({
      plan: { locale: 'de' },
      text: 'Shop: Bestellung 4711 kommt am 2026-11-24.',
    })
  })

  it('is counted in the parts that the rendered text takes', () => {
    const params = { orderNo: '字'.repeat(20), eta: '字'.repeat(20) }
    expect(
      makePlan(requested, { ...person, params }, aTemplate({ texts: { en: `${'a'.repeat(40)}{{orderNo}}{{eta}}` } }), numbers),
    ).toMatchObject({
      plan: { encoding: 'UCS-2', parts: 2 },
    })
  })

  it.each(industryKinds)('is valid for as long as its kind is, counted from the request: %s', (kind) => {
    const planned = makePlan(requested, person, aTemplate({ kind }), numbers)
    expect(planned).toMatchObject({ kind, plan: { validUntil: atNoon(kindPolicies[kind].validForSeconds) } })
  })

  it.each<[IndustryKind, string, string]>([
    ['order', atNoon(60), atNoon(60)],
    ['order', atNoon(90_000), atNoon(86_400)],
    ['verification', atNoon(301), atNoon(300)],
    ['order', atNoon(-60), atNoon(-60)],
  ])('is valid until its kind (%s) or its requester (%s) says no, whoever says so first', (kind, expiresAt, validUntil) => {
    const planned = makePlan({ ...requested, expiresAt }, person, aTemplate({ kind }), numbers)
    expect(planned).toMatchObject({ plan: { validUntil } })
  })
})

describe('a request that does not fit', () => {
  const { slots } = aTemplate()
  const notE164 = 'to must be written as E.164: a plus sign and 7 to 15 digits, the first not 0, and nothing else.'
  it.each<[string, Partial<Person>, TemplateVersion | undefined, object]>([
    [
      'whose template is not known',
      {},
      undefined,
      { reason: 'unknown-template', explanation: 'template is not the name of a template.' },
    ],
    [
      'whose template is marketing',
      {},
      aTemplate({ kind: 'marketing' }),
      { reason: 'not-offered', explanation: 'template is of kind marketing, which is not offered yet.' },
    ],
    [
      'whose parameters are wrong, every one of them',
      { params: { orderNo: ' ', shop: 'Berlin' } },
      aTemplate(),
      {
        kind: 'order',
        reason: 'invalid-parameters',
        explanation: 'params.orderNo is blank; params.eta is missing; params.shop is not declared by the template.',
      },
    ],
    [
      'whose parameters are gone',
      { params: undefined },
      aTemplate(),
      { kind: 'order', reason: 'invalid-parameters', explanation: 'params.orderNo is missing; params.eta is missing.' },
    ],
    [
      'whose code is no code',
      { params: { orderNo: '4711', eta: '12345' } },
      aTemplate({ kind: 'verification', slots: { ...slots, eta: { type: 'code', length: 6, example: '042817' } } }),
      { kind: 'verification', reason: 'invalid-parameters', explanation: 'params.eta must be exactly 6 digits.' },
    ],
    [
      'whose number is no number',
      { to: '4155550123' },
      aTemplate(),
      { kind: 'order', reason: 'number-not-e164', explanation: notE164 },
    ],
    [
      'whose number is of another country',
      { to: '+447400123456' },
      aTemplate(),
      {
        kind: 'order',
        reason: 'country-not-allowed',
        explanation: 'to is a number of a country that this deployment does not text to.',
      },
    ],
  ])('is rejected when it is one %s', (_, overrides, template, ending) => {
    expect(makePlan(requested, { ...person, ...overrides }, template, numbers)).toEqual({ outcome: 'rejected', ...ending })
  })

  it('is suppressed, not rejected, where this deployment texts to a few numbers only', () => {
    expect(makePlan(requested, person, aTemplate(), { ...numbers, onlyTo: ['+12125550100'] })).toMatchObject({
      kind: 'order',
      outcome: 'suppressed',
      reason: 'not-in-only-to',
    })
  })
})

describe('a number that was planned, judged again', () => {
  it('is still good where the deployment texts to it', () => {
    expect(judgeAgain(person, numbers)).toBeUndefined()
  })

  it.each([
    [{ allowedCountries: ['DE'] }, { outcome: 'rejected', reason: 'country-not-allowed' }],
    [
      { ...numbers, onlyTo: ['+12125550100'] },
      { outcome: 'suppressed', reason: 'not-in-only-to' },
    ],
  ])('is refused by %j as it is at first', (policy, ending) => {
    const { kind: _, ...first } = makePlan(requested, person, aTemplate(), policy)
    expect(judgeAgain(person, policy)).toMatchObject(ending)
    expect(judgeAgain(person, policy)).toEqual(first)
  })
})
