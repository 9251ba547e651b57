import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is not let in, as HTTP says it. */
export interface Refusal {
  readonly status: 403 | 405 | 415 | 421
  readonly because: string
}

const form = 'application/x-www-form-urlencoded'

/**
 * Whether a request comes from the board's own page, or from somebody who typed its address.
 *
 * Any page that a browser on this machine shows can send requests to the loopback interface. A name of its own that leads here (DNS
 * rebinding) is told by Host; a form or script of another page by Origin, which a browser adds to every POST, and by Sec-Fetch-Site.
 * Source: https://www.w3.org/TR/fetch-metadata/ and RFC 6454 §7.
 * @param port at which the board listens
 */
export const refusalOf = (method: string, headers: IncomingHttpHeaders, port: number): Refusal | undefined => {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!own.includes(headers.host ?? '')) return { status: 421, because: `The board answers as ${own.join(' and ')} alone.` }
  const isOfOtherSite = !['same-origin', 'none', undefined].includes(headers['sec-fetch-site']?.toString())
  const isNavigation = method === 'GET' && headers['sec-fetch-mode'] === 'navigate'
  if (isOfOtherSite && !isNavigation) return { status: 403, because: 'Another page asks, and may not.' }
  if (method === 'GET' || method === 'HEAD') return undefined
  if (method !== 'POST') return { status: 405, because: 'The board is read by GET and told by POST.' }
  if (headers.origin !== `http://${headers.host}`)
    return { status: 403, because: 'Only the board’s own page may change anything.' }
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  return type.trim().toLowerCase() === form ? undefined : { status: 415, because: `Only ${form} is read.` }
}
