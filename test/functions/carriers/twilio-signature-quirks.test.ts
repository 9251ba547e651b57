import fc from 'fast-check'
import twilioPackage from 'twilio'
import { describe, expect, it } from 'vitest'
import { isSignedByTwilio } from '../../../functions/carriers/twilio-signature.ts'

const token = '0123456789abcdef0123456789abcdef'

const isTaken = (url: string, signedUrl: string) => {
  const signature = twilioPackage.getExpectedTwilioSignature(token, signedUrl, {})
  return {
    byUs: isSignedByTwilio({ url, body: '', signature }, [token]),
    byTwilio: twilioPackage.validateRequest(token, signature, url, {}),
  }
}

describe('the URL that Twilio signs', () => {
  it.each<[string, string]>([
    ['https://a.example/r?x=1', 'https://a.example/r?x=1'],
    ['https://a.example/r?x=1', 'https://a.example:443/r?x=1'],
    ['https://a.example:443/r?x=1', 'https://a.example/r?x=1'],
    ['http://a.example/r?x=1', 'http://a.example:80/r?x=1'],
    ['https://a.example:8443/r?x=1', 'https://a.example:8443/r?x=1'],
    ['https://a.example:8443/r?x=1', 'https://a.example/r?x=1'],
    ['https://a.example', 'https://a.example:443'],
    ['https://[::1]:8443/r', 'https://[::1]/r'],
    ['https://[::1]/r', 'https://[::1]:443/r'],
    ['https://a.example/r?attempt=shop/1', 'https://a.example/r?attempt=shop%2F1'],
    ['https://a.example/r?attempt=shop/1', 'https://a.example:443/r?attempt=shop%2F1'],
    ['https://a.example/r?a=b c', 'https://a.example/r?a=b%20c'],
    ['https://a.example/r?a=b+c', 'https://a.example/r?a=b%20c'],
    ["https://a.example/r?a='b'", "https://a.example/r?a='b'"],
    ['https://a.example/r?', 'https://a.example/r?'],
    ['https://a.example/r?a=1?b=2', 'https://a.example/r?a=1%3Fb%3D2'],
  ])('of %s may be %s', (url, signedUrl) => {
    expect(isTaken(url, signedUrl)).toEqual({ byUs: true, byTwilio: true })
  })

  it.each<[string, string]>([
    ['https://a.example/r?x=1', 'https://a.example:80/r?x=1'],
    ['https://a.example/r?x=1', 'https://a.example:8443/r?x=1'],
    ['https://a.example/r?x=1', 'http://a.example/r?x=1'],
    ['https://a.example/r?x=1', 'https://a.example/r'],
    ['https://a.example/r?x=1', 'https://a.example/r?x=1#rc=3&rp=all'],
    ['https://a.example/r?attempt=shop%2F1', 'https://a.example/r?attempt=shop/1'],
    ['https://a.example@b.example/r', 'https://a.example/r'],
  ])('of %s is not %s', (url, signedUrl) => {
    expect(isTaken(url, signedUrl)).toEqual({ byUs: false, byTwilio: false })
  })

  it("is taken when, and only when, the vendor's package takes it", () => {
    const plain = fc.stringMatching(/^[A-Za-z0-9._~%20+=&/-]{0,12}$/)
    const anyUrl = fc
      .tuple(fc.constantFrom('https', 'http'), fc.constantFrom('', ':80', ':443', ':8443'), plain)
      .map(([scheme, port, query]) => `${scheme}://a.example${port}/r?${query}`)
    fc.assert(
      fc.property(anyUrl, anyUrl, fc.constantFrom('', ':80', ':443', ':8443'), (url, other, port) => {
        for (const signedUrl of [url, other, url.replace(/(example)(:\d+)?/, `$1${port}`)]) {
          const { byUs, byTwilio } = isTaken(url, signedUrl)
          expect(byUs).toBe(byTwilio)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a body that is no form', () => {
  const body = '{"MessageStatus":"delivered","note":"Grüße"}'
  const url = `https://a.example/r?bodySHA256=${twilioPackage.getExpectedBodyHash(body)}&x=1`
  const signature = twilioPackage.getExpectedTwilioSignature(token, url, {})

  it('is signed by its hash in the URL', () => {
    expect(isSignedByTwilio({ url, body, signature }, [token])).toBe(true)
    expect(twilioPackage.validateRequestWithBody(token, signature, url, body)).toBe(true)
  })

  it.each<[string, object]>([
    ['the body changes', { body: body.replace('delivered', 'failed') }],
    ['the body is a form of the same words', { body: '' }],
    ['the hash changes', { url: url.replace(/bodySHA256=./, 'bodySHA256=x') }],
    ['the hash is empty', { url: url.replace(/bodySHA256=\w+/, 'bodySHA256=') }],
    ['the hash is missing', { url: url.replace(/bodySHA256=\w+&/, '') }],
  ])('is not signed any more when %s', (_, forgery) => {
    expect(isSignedByTwilio({ url, body, signature, ...forgery }, [token])).toBe(false)
  })
})
