import fc from 'fast-check'
import twilioPackage from 'twilio'
import { describe, expect, it } from 'vitest'
import { isSignedByTwilio } from '../../../functions/carriers/twilio-signature.ts'

const token = '0123456789abcdef0123456789abcdef'
const otherToken = 'f'.repeat(32)
const url = 'https://hooks.example.com/receipts/twilio?attempt=a1&expires=1764000000'

/** Calculated by hand from the vendor's steps, and accepted by the vendor's package. */
const example = {
  url,
  body: 'AccountSid=AC00000000000000000000000000000001&From=%2B15005550006&MessageSid=SM00000000000000000000000000000001&MessageStatus=delivered&To=%2B14155550123',
  signature: 'GZ/MSeKPsEKWcA9ychAi7g3EUAo=',
}

type Fields = [string, string][]

/** As a web framework would hand the form to the vendor's package: repeated names have a list of values. */
const parametersOf = (fields: Fields) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(fields, ([name]) => name)).map(([name, all = []]) => [
      name,
      all.length === 1 ? all[0]?.[1] : all.map(([, value]) => value),
    ]),
  )

const bodyOf = (fields: Fields) => new URLSearchParams(fields).toString()
const sign = (signedUrl: string, fields: Fields, by = token) =>
  twilioPackage.getExpectedTwilioSignature(by, signedUrl, parametersOf(fields))

const text = fc.string({ unit: 'grapheme' })
const fields = fc
  .array(fc.tuple(fc.oneof(text, fc.constantFrom('To', 'Media', 'media')), text))
  .map((all) => all.filter(([name]) => name !== '__proto__'))

describe('the signature of Twilio', () => {
  it('is that of the worked example', () => {
    expect(isSignedByTwilio(example, [token])).toBe(true)
  })

  it.each<[string, Partial<typeof example>]>([
    ['another host', { url: url.replace('hooks', 'other') }],
    ['another path', { url: url.replace('/twilio', '/other') }],
    ['another attempt', { url: url.replace('a1', 'a2') }],
    ['a later expiry', { url: url.replace('1764000000', '1864000000') }],
    ['no encryption', { url: url.replace('https', 'http') }],
    ['another status', { body: example.body.replace('delivered', 'undelivered') }],
    ['one field more', { body: `${example.body}&ErrorCode=30003` }],
    ['one field less', { body: example.body.replace(/&To=.*/, '') }],
    ['no body', { body: '' }],
    ['another signature', { signature: 'GZ/MSeKPsEKWcA9ychAi7g3EUAp=' }],
    ['half the signature', { signature: 'GZ/MSeKPsEKWcA==' }],
    ['the signature with a blank', { signature: ' GZ/MSeKPsEKWcA9ychAi7g3EUAo=' }],
    ['the signature twice', { signature: 'GZ/MSeKPsEKWcA9ychAi7g3EUAo=, GZ/MSeKPsEKWcA9ychAi7g3EUAo=' }],
    ['an empty signature', { signature: '' }],
  ])('does not fit %s', (_, forgery) => {
    expect(isSignedByTwilio({ ...example, ...forgery }, [token])).toBe(false)
  })

  it('is missed where there is none', () => {
    expect(isSignedByTwilio({ ...example, signature: undefined }, [token])).toBe(false)
  })

  it.each<[string, string[], boolean]>([
    ['the token, while it is rotated', [otherToken, token], true],
    ['the former token', [token, otherToken], true],
    ['another token', [otherToken], false],
    ['no token', [], false],
  ])('is checked by %s', (_, tokens, isSigned) => {
    expect(isSignedByTwilio(example, tokens)).toBe(isSigned)
  })

  it('counts for nothing by an empty token, with which anybody can sign', () => {
    expect(isSignedByTwilio({ ...example, body: '', signature: sign(url, [], '') }, ['', token])).toBe(false)
  })

  it("fits any form that the vendor's package signs, and no other", () => {
    fc.assert(
      fc.property(fields, fields, (said, others) => {
        const signed = { url, body: bodyOf(said), signature: sign(url, said) }
        expect(isSignedByTwilio(signed, [token])).toBe(true)
        const other = { ...signed, body: bodyOf(others) }
        const theirs = twilioPackage.validateRequest(token, signed.signature, url, parametersOf(others))
        expect(isSignedByTwilio(other, [token])).toBe(theirs)
      }),
    )
  })

  it('is the same for repeated fields in any order, and for fields said twice', () => {
    const values = ['b', 'a', 'b', 'ä', 'A']
    const said = values.map((value): [string, string] => ['Media', value])
    const signature = sign(url, said)
    expect(isSignedByTwilio({ url, body: bodyOf(said.toReversed()), signature }, [token])).toBe(true)
    expect(isSignedByTwilio({ url, body: bodyOf([...said, ...said]), signature }, [token])).toBe(true)
    expect(isSignedByTwilio({ url, body: bodyOf(said.slice(2)), signature }, [token])).toBe(false)
  })

  it('is the same however the form is encoded', () => {
    fc.assert(
      fc.property(fields, (said) => {
        const percents = (part: string) => encodeURIComponent(part).replace(/%../g, (hex) => hex.toLowerCase())
        const body = said.map((field) => field.map(percents).join('=')).join('&')
        expect(isSignedByTwilio({ url, body, signature: sign(url, said) }, [token])).toBe(true)
      }),
    )
  })
})
