import { once } from 'node:events'
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Makes the same request at its other end, on a connection of its own. */
export const forward = async ({ method, url, headers }: IncomingMessage, body: Buffer, to: string): Promise<Reply> => {
  const call = request(to + url, { method, headers: { ...headers, connection: 'close' } })
  call.end(body)
  const [response]: IncomingMessage[] = await once(call, 'response')
  if (response === undefined) throw new Error('no response')
  return { status: response.statusCode ?? 502, headers: response.headers, body: await buffer(response) }
}
