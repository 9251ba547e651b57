import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { aBoard } from './a-board.ts'

const outage = { down: 'yes' }

describe('the board lets in', () => {
  it('whoever types its address, by either name of this machine', async () => {
    const { ask, url } = await aBoard()
    const { port } = new URL(url)
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`])
      expect((await ask('/', { headers: { host } })).statusCode).toBe(200)
  })

  it('a link on another page, which only shows it', async () => {
    const { ask } = await aBoard()
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await ask('/', { headers })).statusCode).toBe(200)
  })

  it('its own forms', async () => {
    const { post, network } = await aBoard()
    expect(await post('/carriers/sns/outage', outage)).toMatchObject({ status: 303, location: '/?said=down' })
    expect((await network.carriers()).find(({ carrier }) => carrier === 'sns')?.script.down).toBe(true)
  })
})

describe('the board refuses, and changes nothing for,', () => {
  it.each([
    ['another name that leads to this machine', { host: 'attacker.example' }, 421],
    ['its own name at another port', { host: '127.0.0.1:1' }, 421],
    ['a form of another page', { origin: 'https://attacker.example' }, 403],
    ['a form of another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a form of a page without an origin', { origin: 'null' }, 403],
    ['a page that a browser calls another', { 'sec-fetch-site': 'same-site' }, 403],
    ['what a form of any page could send as text', { 'content-type': 'text/plain' }, 415],
  ])('%s', async (_who, headers, status) => {
    const { post, network } = await aBoard()
    expect(await post('/carriers/sns/outage', outage, headers)).toMatchObject({ status })
    expect((await network.carriers()).some(({ script }) => script.down)).toBe(false)
  })

  it('a post without an origin, which no browser sends', async () => {
    const { ask, network } = await aBoard()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await ask('/carriers/sns/outage', { method: 'POST', headers, body: 'down=yes' })).statusCode).toBe(403)
    expect((await network.carriers()).some(({ script }) => script.down)).toBe(false)
  })

  it.each(['/preview', '/send', '/burst', '/carriers/sns', '/carriers/sns/outage', '/carriers/sns/reset'])(
    'a GET of %s',
    async (path) => {
      const { ask, network, requested } = await aBoard()
      await network.scriptCarrier('sns', { call: { fate: 'throttle' } })
      const before = await network.scripts()
      expect((await ask(`${path}?down=yes&template=order-shipped`)).statusCode).toBe(404)
      expect(await network.scripts()).toEqual(before)
      expect(requested).toEqual([])
    },
  )

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s', async (method) => {
    const { ask } = await aBoard()
    expect((await ask('/carriers/sns', { method })).statusCode).toBe(405)
  })

  it('a script or a frame of another page that reads it', async () => {
    const { ask } = await aBoard()
    for (const mode of ['no-cors', 'cors'])
      expect((await ask('/moving', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode } })).statusCode).toBe(403)
  })

  it('a form that is longer than any of its own', async () => {
    const { post, requested } = await aBoard()
    expect(await post('/send', { to: '1'.repeat(70_000) })).toMatchObject({ status: 413 })
    expect(requested).toEqual([])
  })
})

it.each(['/', '/moving', '/board.js', '/moving.js', '/board.css', '/icon.svg', '/nowhere'])(
  'sends its policy with %s',
  async (path) => {
    const { ask } = await aBoard()
    const { headers } = await ask(path)
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  },
)

it('needs nothing that its policy forbids: no script, style or handler in the page, nothing from elsewhere', async () => {
  const { read } = await aBoard()
  const page = await read('/')
  expect(page).not.toMatch(/<script(?![^>]*src="\/board\.js")|<style|\sstyle=|\son\w+=|https?:\/\//)
})

it('listens on the loopback interface alone', async () => {
  const { url } = await aBoard()
  expect(new URL(url).hostname).toBe('127.0.0.1')
})

it('says in a sentence that it cannot read what it shows, and goes on', async () => {
  const { ask, network, printed } = await aBoard()
  await network.stop()
  const response = await ask('/')
  expect(response.statusCode).toBe(500)
  expect(await text(response)).toContain('Is everything still running?')
  expect(printed).toEqual([expect.stringMatching(/^board: GET failed/)])
  expect((await ask('/board.css')).statusCode).toBe(200)
})

it('says so too of what somebody wanted to do', async () => {
  const { post, network } = await aBoard()
  await network.stop()
  expect(await post('/carriers/sns/outage', outage)).toMatchObject({ status: 500 })
})
