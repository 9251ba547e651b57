import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export const messageSid = `SM${'1'.repeat(32)}`

/** A message as Twilio tells of it when it has just taken it. */
export const created = (overrides: object = {}) => ({
  account_sid: `AC${'0'.repeat(31)}1`,
  api_version: '2010-04-01',
  body: 'Shop: order 4711 comes on 2026-11-24.',
  date_created: 'Sun, 22 Nov 2026 12:00:00 +0000',
  date_sent: null,
  date_updated: 'Sun, 22 Nov 2026 12:00:00 +0000',
  direction: 'outbound-api',
  error_code: null,
  error_message: null,
  from: '+15005550006',
  messaging_service_sid: null,
  num_media: '0',
  num_segments: '1',
  price: null,
  price_unit: 'USD',
  sid: messageSid,
  status: 'queued',
  subresource_uris: {},
  to: '+14155550123',
  uri: `/2010-04-01/Accounts/AC/Messages/${messageSid}.json`,
  ...overrides,
})

/** A refusal as Twilio words it: with the number. */
export const refused = (code: unknown) => ({
  code,
  message: "The 'To' number +14155550123 is not for 'Shop: order 4711 comes on 2026-11-24.'",
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status: 400,
})

export interface Said {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** How the answer ends: by itself, or by a reset or silence, before it or in its midst. */
  readonly end?: 'reset' | 'silence' | 'reset-half-way' | 'silence-half-way'
}

export interface Asked {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly form: URLSearchParams
}

const say = (response: ServerResponse, { status = 201, headers = {}, body = created(), end }: Said) => {
  const reset = () => response.socket?.resetAndDestroy()
  if (end === 'reset') reset()
  if (end === 'reset' || end === 'silence') return
  const said = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(said), ...headers })
  if (end === undefined) response.end(said)
  else response.write(said.slice(0, 40), () => end === 'reset-half-way' && reset())
}

/** Stands for Twilio: says the same to everybody, and keeps what it was asked. */
export const aBareTwilio = async (said: Said = {}) => {
  const asked: Asked[] = []
  let connections = 0
  const server = createServer(async (request, response) => {
    const { method, url: path, headers } = request
    asked.push({ method, path, headers, form: new URLSearchParams(await text(request)) })
    say(response, said)
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  onTestFinished(stop)
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, connections: () => connections, stop }
}
