import { neverLeft } from './never-left.ts'

export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly form: URLSearchParams
  /** Milliseconds for all of it: connection, request and answer. */
  readonly timeoutMs: number
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** The error of a connection that did not come about in fetch's own time, so that no byte was sent. */
const notConnected = 'UND_ERR_CONNECT_TIMEOUT'

/** fetch wraps the error of the socket in one of its own. */
const whyFailed = (error: unknown): 'never-left' | 'no-answer' => {
  const cause = error instanceof Error ? error.cause : undefined
  const isUnconnected = cause instanceof Error && 'code' in cause && cause.code === notConnected
  return isUnconnected || neverLeft(cause) ? 'never-left' : 'no-answer'
}

/**
 * The body is a stream because fetch answers a 421 by a second request, unless it cannot read the body twice. Its length is told
 * because a stream would go in chunks. `connection: close` keeps the socket out of fetch's pool: one that died while the function
 * slept would look like an unknown answer.
 * Source: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch (step on 421)
 */
const onceOnly = (form: URLSearchParams, headers: Post['headers']) => {
  const body = new Blob([form.toString()])
  const own = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.size),
    connection: 'close',
  }
  return { body: body.stream(), duplex: 'half', headers: { ...headers, ...own } } as const
}

/** One POST of a form on a fresh connection: no second one whatever comes back, no redirect followed. Never throws. */
export const postOnce = async ({ url, headers, form, timeoutMs }: Post): Promise<Reply | 'never-left' | 'no-answer'> => {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { method: 'POST', redirect: 'manual', signal, ...onceOnly(form, headers) })
    return { status: response.status, headers: response.headers, body: await response.text() }
  } catch (error) {
    return whyFailed(error)
  }
}
