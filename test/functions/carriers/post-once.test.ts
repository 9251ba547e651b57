import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { postOnce } from '../../../functions/carriers/post-once.ts'
import { aBareTwilio } from './a-bare-twilio.ts'

const form = new URLSearchParams({ Body: 'Grüße' })

const posting = (url: string) => postOnce({ url, headers: {}, form, timeoutMs: 5_000 })

/** What fetch does when its socket fails by this code. */
const fetchFailingBy = (code: string) => {
  const failure = new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
  vi.stubGlobal('fetch', () => Promise.reject(failure))
  onTestFinished(() => void vi.unstubAllGlobals())
}

describe('a post', () => {
  it.each([201, 301, 302, 303, 307, 308, 400, 401, 403, 407, 408, 421, 425, 429, 500, 502, 503, 504])(
    'is made once and on its own connection, also when a %d comes back',
    async (status) => {
      const headers = { location: '/again', 'www-authenticate': 'Basic realm="x"', 'retry-after': '0' }
      const { url, asked, connections } = await aBareTwilio({ status, headers, body: 'said' })
      const reply = await posting(url) // a 407 fetch keeps to itself
      expect(reply).toEqual(status === 407 ? 'no-answer' : { status, headers: expect.any(Headers), body: 'said' })
      expect({ asked: asked.length, connections: connections() }).toEqual({ asked: 1, connections: 1 })
    },
  )

  it('goes in one piece that names its length', async () => {
    const { url, asked } = await aBareTwilio()
    await posting(url)
    expect(asked[0]?.headers).toMatchObject({ 'content-length': String(form.toString().length), connection: 'close' })
    expect(asked[0]?.headers).not.toHaveProperty('transfer-encoding')
    expect(asked[0]?.form.get('Body')).toBe('Grüße')
  })

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'CERT_HAS_EXPIRED', 'UND_ERR_CONNECT_TIMEOUT'])(
    'never left when it fails by %s',
    async (code) => {
      fetchFailingBy(code)
      expect(await posting('https://api.example.com')).toBe('never-left')
    },
  )

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])(
    'may have been heard when it fails by %s',
    async (code) => {
      fetchFailingBy(code)
      expect(await posting('https://api.example.com')).toBe('no-answer')
    },
  )
})
