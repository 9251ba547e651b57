import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import { urlToHttpOptions } from 'node:url'

export interface FormPost {
  readonly url: URL
  /** Whose host and port to connect to; the request still names the URL's own host. */
  readonly via: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly signal: AbortSignal
}

/** The status, and what was said. */
export interface Answer {
  readonly status: number
  readonly body: string
}

/** By plain HTTP and a connection of its own: `fetch` would send the host that it connects to. */
export const postForm = ({ url, via, headers, body, signal }: FormPost) =>
  new Promise<Answer>((resolve, reject) => {
    const request = via.protocol === 'https:' ? httpsRequest : httpRequest
    const options = {
      ...urlToHttpOptions(via),
      path: url.pathname + url.search,
      method: 'POST',
      headers: { ...headers, host: url.host, 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      agent: false,
      signal,
    }
    request(options, (response) => {
      text(response).then((said) => resolve({ status: response.statusCode ?? 0, body: said }), reject)
    })
      .on('error', reject)
      .end(body)
  })
