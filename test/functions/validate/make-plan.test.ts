import { describe, expect, it } from 'vitest'
import { defaultKinds, type Kind, kinds } from '../../../functions/notification/kinds.ts'
import type { Person } from '../../../functions/notification/notification.ts'
import type { CurrentTemplate } from '../../../functions/record/read-template.ts'
import { judgeAgain, makePlan } from '../../../functions/validate/make-plan.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { aRouting } from '../../builders/a-routing.ts'
import { aCurrentTemplate, aTemplate } from '../../builders/a-template.ts'
import { atNoon } from '../../builders/noon.ts'

const numbers = { allowedCountries: ['US', 'DE'] }
const policy = { numbers, prices: {}, routing: aRouting() }
const requested = aRequestedNotification()
const person = aPerson({ text: undefined })

describe('a request that fits', () => {
  it('is planned once: kind, template version, language, country, parts, validity and the very text', () => {
    expect(makePlan(requested, person, aCurrentTemplate(), policy)).toEqual({
      kind: 'order',
      plan: aPlan(),
      text: 'Shop: order 4711 comes on 2026-11-24.',
    })
  })

  it("is rendered in the recipient's language", () => {
    expect(makePlan({ ...requested, locale: 'de-AT' }, person, aCurrentTemplate(), policy)).toMatchObject({
      plan: { locale: 'de' },
      text: 'Shop: Bestellung 4711 kommt am 2026-11-24.',
    })
  })

  it('is counted in the parts that the rendered text takes', () => {
    const params = { orderNo: '字'.repeat(20), eta: '字'.repeat(20) }
    expect(
      makePlan(
        requested,
        { ...person, params },
        aCurrentTemplate({ texts: { en: `${'a'.repeat(40)}{{orderNo}}{{eta}}` } }),
        policy,
      ),
    ).toMatchObject({
      plan: { encoding: 'UCS-2', parts: 2 },
    })
  })

  it.each(kinds)('is valid for as long as its kind is, counted from the request: %s', (kind) => {
    const planned = makePlan(requested, person, aCurrentTemplate({ kind }), policy)
    expect(planned).toMatchObject({ kind, plan: { validUntil: atNoon(defaultKinds[kind].validForSeconds) } })
  })

  it('is valid for as long as its deployment says of its kind', () => {
    const routing = aRouting({}, { order: { validForSeconds: 7_200 } })
    expect(makePlan(requested, person, aCurrentTemplate(), { ...policy, routing })).toMatchObject({
      plan: { validUntil: atNoon(7_200) },
    })
  })

  it.each<[Kind, string, string]>([
    ['order', atNoon(60), atNoon(60)],
    ['order', atNoon(90_000), atNoon(86_400)],
    ['verification', atNoon(301), atNoon(300)],
    ['order', atNoon(-60), atNoon(-60)],
  ])('is valid until its kind (%s) or its requester (%s) says no, whoever says so first', (kind, expiresAt, validUntil) => {
    const planned = makePlan({ ...requested, expiresAt }, person, aCurrentTemplate({ kind }), policy)
    expect(planned).toMatchObject({ plan: { validUntil } })
  })

  it.each<[string, Kind, object, number]>([
    ['from when it may be sent first', 'verification', { sendAfter: atNoon(2_592_000) }, 2_592_300],
    ['from the request, where that is later', 'verification', { sendAfter: atNoon(-60) }, 300],
    ['never beyond what the requester says', 'order', { sendAfter: atNoon(600), expiresAt: atNoon(1_200) }, 1_200],
  ])('counts its validity %s', (_, kind, times, seconds) => {
    const planned = makePlan({ ...requested, ...times }, person, aCurrentTemplate({ kind }), policy)
    expect(planned).toMatchObject({ plan: { validUntil: atNoon(seconds) } })
  })
})

describe('a request that does not fit', () => {
  const { slots } = aCurrentTemplate().version
  const notE164 = 'to must be written as E.164: a plus sign and 7 to 15 digits, the first not 0, and nothing else.'
  it.each<[string, Partial<Person>, CurrentTemplate | undefined, object]>([
    [
      'whose template is not known',
      {},
      undefined,
      { reason: 'unknown-template', explanation: 'template is not the name of a template.' },
    ],
    [
      'whose template is retired',
      { params: {} },
      { ...aCurrentTemplate(), isRetired: true },
      { kind: 'order', reason: 'template-retired', explanation: 'template is retired.' },
    ],
    [
      'whose parameters are wrong, every one of them',
      { params: { orderNo: ' ', shop: 'Berlin' } },
      aCurrentTemplate(),
      {
        kind: 'order',
        reason: 'invalid-parameters',
        explanation: 'params.orderNo is blank; params.eta is missing; params.shop is not declared by the template.',
      },
    ],
    [
      'whose parameters are gone',
      { params: undefined },
      aCurrentTemplate(),
      { kind: 'order', reason: 'invalid-parameters', explanation: 'params.orderNo is missing; params.eta is missing.' },
    ],
    [
      'whose code is no code',
      { params: { orderNo: '4711', eta: '12345' } },
      aCurrentTemplate({ kind: 'verification', slots: { ...slots, eta: { type: 'code', length: 6, example: '042817' } } }),
      { kind: 'verification', reason: 'invalid-parameters', explanation: 'params.eta must be exactly 6 digits.' },
    ],
    [
      'whose number is no number',
      { to: '4155550123' },
      aCurrentTemplate(),
      { kind: 'order', reason: 'number-not-e164', explanation: notE164 },
    ],
    [
      'whose number is of another country',
      { to: '+447400123456' },
      aCurrentTemplate(),
      {
        kind: 'order',
        reason: 'country-not-allowed',
        explanation: 'to is a number of a country that this deployment does not text to.',
      },
    ],
  ])('is rejected when it is one %s', (_, overrides, template, ending) => {
    expect(makePlan(requested, { ...person, ...overrides }, template, policy)).toEqual({ outcome: 'rejected', ...ending })
  })

  it('is rejected where its kind goes to fewer countries than the deployment', () => {
    const routing = aRouting({}, { marketing: { countries: ['DE'] } })
    const made = (kind: Kind) => makePlan(requested, person, aCurrentTemplate({ kind }), { ...policy, routing })
    expect(made('order')).toMatchObject({ kind: 'order', plan: { country: 'US' } })
    expect(made('marketing')).toEqual({
      kind: 'marketing',
      outcome: 'rejected',
      reason: 'country-not-allowed-for-kind',
      explanation: 'to is a number of a country that this deployment does not send texts of this kind to.',
    })
  })

  it('is suppressed, not rejected, where this deployment texts to a few numbers only', () => {
    expect(
      makePlan(requested, person, aCurrentTemplate(), { ...policy, numbers: { ...numbers, onlyTo: ['+12125550100'] } }),
    ).toMatchObject({
      kind: 'order',
      outcome: 'suppressed',
      reason: 'not-in-only-to',
    })
  })
})

describe('what a text costs', () => {
  const prices = { US: { sns: 0.1, twilio: 0.09 }, DE: { sns: 9 } }
  const both = { ...policy, prices }

  it('is planned for all its parts, by each carrier of the kind whose price is known', () => {
    const params = { orderNo: '字'.repeat(20), eta: '字'.repeat(20) }
    const template = aCurrentTemplate({ texts: { en: `${'a'.repeat(40)}{{orderNo}}{{eta}}` } })
    expect(makePlan(requested, { ...person, params }, template, both)).toMatchObject({
      plan: { parts: 2, prices: { sns: 0.2, twilio: 0.18 } },
    })
  })

  it('is refused, with the limit named, before anything is sent', () => {
    const toGermany = { ...person, to: '+4915155501234' }
    expect(makePlan(requested, toGermany, aCurrentTemplate(), both)).toEqual({
      kind: 'order',
      outcome: 'rejected',
      reason: 'over-price-limit',
      explanation: 'text would cost 9 US dollars, and order may cost at most 0.5.',
    })
  })

  it('holds a text to the parts of its kind, since a parameter may make it longer than anybody meant', () => {
    const texts = { en: `${'a'.repeat(30)}{{orderNo}}{{eta}}` }
    const params = { orderNo: '字'.repeat(20), eta: '字'.repeat(21) }
    const { slots } = aTemplate()
    const wider = { ...slots, eta: { type: 'text', maxLength: 30, example: 'soon' } } as const
    const template = aCurrentTemplate({ kind: 'verification', texts, slots: wider })
    expect(makePlan(requested, { ...person, params }, template, policy)).toEqual({
      kind: 'verification',
      outcome: 'rejected',
      reason: 'too-many-parts',
      explanation: 'text takes 2 parts, and verification may take at most 1.',
    })
  })
})

it('is planned with the sender that its template asks for', () => {
  expect(makePlan(requested, person, aCurrentTemplate({ senderId: 'Shop' }), policy)).toMatchObject({
    plan: { senderId: 'Shop' },
  })
})

describe('a number that was planned, judged again', () => {
  const ordered = aNotification()

  it('is still good where the deployment texts to it', () => {
    expect(judgeAgain(ordered, person, policy)).toBeUndefined()
  })

  it('is refused where its kind goes to its country no more', () => {
    const routing = aRouting({}, { order: { countries: ['DE'] } })
    expect(judgeAgain(ordered, person, { ...policy, routing })).toMatchObject({ reason: 'country-not-allowed-for-kind' })
    expect(judgeAgain({ ...ordered, kind: 'payment' }, person, { ...policy, routing })).toBeUndefined()
  })

  it.each([
    [{ allowedCountries: ['DE'] }, { outcome: 'rejected', reason: 'country-not-allowed' }],
    [
      { ...numbers, onlyTo: ['+12125550100'] },
      { outcome: 'suppressed', reason: 'not-in-only-to' },
    ],
  ])('is refused by %j as it is at first', (now, ending) => {
    const { kind: _, ...first } = makePlan(requested, person, aCurrentTemplate(), { ...policy, numbers: now })
    const again = judgeAgain(ordered, person, { ...policy, numbers: now })
    expect(again).toMatchObject(ending)
    expect(again).toEqual(first)
  })
})
