import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permissionTypes } from '../../../functions/permit/permission-events.ts'
import { readPermission } from '../../../functions/permit/read-permission.ts'
import { rejections } from '../../../functions/permit/rejections.ts'
import { stranger } from '../../../functions/recipient/recipient.ts'
import { aPermissionEvent, permissions } from '../../builders/a-permission-event.ts'
import { aRequestEvent } from '../../builders/a-request-event.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const limits = { mostEventAge: 86_400, requesters: { accounts: ['111122223333'] } }
const by = 'arn:aws:sts::111122223333:assumed-role/Support/ada@example.com'

const read = (body: string, now = noon) => readPermission(body, now, limits)
const madeBy = (body: string, now = noon) => {
  const permission = read(body, now)
  if ('code' in permission) return expect.unreachable(permission.explanation)
  return permission.rule(stranger)
}

describe('a word on somebody', () => {
  it('suppresses a scope, as of its event, with the account and source of the event and whoever is named in it', () => {
    const body = aPermissionEvent('Suppress Recipient', { scope: 'marketing', by })
    expect(read(body)).toMatchObject({ to: '+14155550123' })
    const marketing = { state: 'suppressed', at: atNoon(), source: '111122223333/shop', reason: 'complaint', by }
    expect(madeBy(body).suppressions).toEqual({ marketing })
  })

  it('restores a scope, as of its event', () => {
    const all = { state: 'restored', at: atNoon(), source: '111122223333/shop', reason: 'asked by phone' }
    expect(madeBy(aPermissionEvent('Restore Recipient')).suppressions).toEqual({ all })
  })

  it('records consent as of when it was given', () => {
    const consent = { at: atNoon(-3_600), source: 'checkout-form', wording: '2026-03', via: '111122223333/shop' }
    expect(madeBy(aPermissionEvent('Consent Recorded'))).toEqual({ ...stranger, consent })
  })

  it('suppresses as of when that was said, where an import tells', () => {
    const body = aPermissionEvent('Suppress Recipient', { at: '2024-02-29T13:00:00+01:00' })
    expect(madeBy(body).suppressions.all?.at).toBe('2024-02-29T12:00:00.000Z')
  })

  it.each<[string, object, object]>([
    ['said', { at: '0000-01-01T00:00:00+14:00' }, {}],
    ['made', {}, { time: '0000-01-01T00:00:00+14:00' }],
  ])('is refused where it was %s in a year that no record can be read with', (_, overrides, around) => {
    expect(read(aPermissionEvent('Suppress Recipient', overrides, around))).toMatchObject({ code: 'malformed' })
  })

  it.each(['Suppress Recipient', 'Consent Recorded'] as const)('%s says nothing of a time to come', (type) => {
    const { suppressions, consent } = madeBy(aPermissionEvent(type, { at: '2099-01-01T00:00:00Z' }), afterNoon(60))
    expect(suppressions.all?.at ?? consent?.at).toBe(atNoon())
  })

  it('counts as of now at the latest, whatever the clock of its sender says', () => {
    expect(madeBy(aPermissionEvent('Restore Recipient', {}, { time: '2099-01-01T00:00:00Z' })).suppressions.all?.at).toBe(
      atNoon(),
    )
  })
})

describe('an old event', () => {
  const late = afterNoon(86_401)

  it('still suppresses, as of when it was said: an opt-out is never lost', () => {
    expect(madeBy(aPermissionEvent('Suppress Recipient'), late).suppressions.all).toMatchObject({ at: atNoon() })
  })

  it.each(['Restore Recipient', 'Consent Recorded'] as const)('%s lets nobody be texted', (type) => {
    expect(read(aPermissionEvent(type), late)).toEqual({ code: 'stale', explanation: rejections.stale })
    expect(read(aPermissionEvent(type), afterNoon(86_400))).not.toHaveProperty('code')
  })
})

describe('who may not tell', () => {
  const foreign = { code: 'foreign-source', explanation: rejections['foreign-source'] }
  it.each(permissionTypes)('is refused with %s', (type) => {
    expect(read(aPermissionEvent(type, {}, { account: '444455556666' }))).toEqual(foreign)
    expect(read(aPermissionEvent(type, {}, { source: 'heliograph' }))).toEqual(foreign)
    const named = { ...limits, requesters: { accounts: ['111122223333'], sources: ['crm'] } }
    expect(readPermission(aPermissionEvent(type), noon, named)).toEqual(foreign)
  })
})

describe('a malformed event', () => {
  it.each<[(typeof permissionTypes)[number], object, string]>([
    ['Suppress Recipient', { to: '4155550123' }, 'to must be a number as E.164 writes it.'],
    ['Suppress Recipient', { to: '+1 415 555 0123' }, 'to must be a number as E.164 writes it.'],
    ['Suppress Recipient', { scope: 'some' }, 'scope must be one of all, marketing.'],
    ['Suppress Recipient', { at: 'yesterday' }, 'at is not a valid datetime.'],
    ['Suppress Recipient', { by: 'ada' }, 'by must be the ARN of an identity.'],
    ['Suppress Recipient', { reason: 'they wrote\nthis' }, 'reason must be 1 to 100 letters, digits and marks, on one line.'],
    ['Suppress Recipient', { reason: 'of 415-555-0123' }, 'reason must not hold the number.'],
    ['Restore Recipient', { reason: 'of 14155550123' }, 'reason must not hold the number.'],
    ['Restore Recipient', { at: atNoon() }, 'at is not known.'],
    [
      'Restore Recipient',
      { to: undefined, scope: undefined, reason: '' },
      'to is missing; scope must be one of all, marketing; reason must be 1 to 100 letters, digits and marks, on one line.',
    ],
    ['Consent Recorded', { at: undefined, wording: undefined }, 'at is missing; wording is missing.'],
    ['Consent Recorded', { source: 'call from 4155550123' }, 'source must not hold the number.'],
    ['Consent Recorded', { wording: '5550123' }, 'wording must not hold the number.'],
    ['Consent Recorded', { wording: '٥٥٥٠١٢٣' }, 'wording must be 1 to 100 letters, digits and marks, on one line.'],
    ['Consent Recorded', { scope: 'marketing' }, 'scope is not known.'],
  ])('%s with %j has every wrong field named', (type, overrides, explanation) => {
    expect(read(aPermissionEvent(type, overrides))).toEqual({ code: 'malformed', explanation })
  })

  it.each<[string, string]>([
    ['no JSON', 'The event is no JSON.'],
    [aRequestEvent(), 'detail-type must be one of Suppress Recipient, Restore Recipient, Consent Recorded.'],
    [aPermissionEvent('Suppress Recipient', {}, { detail: 'stop' }), 'the input must be an object.'],
    [aPermissionEvent('Suppress Recipient', {}, { time: 'noon' }), 'time is not a valid datetime.'],
    [aPermissionEvent('Suppress Recipient', { reason: 'x'.repeat(262_144) }), 'The event is larger than 256 KB.'],
  ])('is told where nothing of it can be read: %#', (body, explanation) => {
    expect(read(body)).toEqual({ code: 'malformed', explanation })
  })

  it('quotes nothing of it, whatever is wrong', () => {
    const secret = fc.constantFrom<unknown>('+14155550123', 'call 415 555 0123', 14155550123, { '+14155550123': 'to' })
    const anyDetail = fc.dictionary(fc.constantFrom('to', 'scope', 'reason', 'at', 'by', 'wording', '+14155550123'), secret)
    fc.assert(
      fc.property(fc.constantFrom(...permissionTypes), anyDetail, (type, detail) => {
        const answer = read(aRequestEvent({ ...permissions[type], ...detail, reason: '+14155550123' }, { 'detail-type': type }))
        expect(answer).toHaveProperty('code')
        expect(JSON.stringify(answer)).not.toMatch(/5550123|555 0123/)
      }),
    )
  })
})
