import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { urlToHttpOptions } from 'node:url'

export interface FormPost {
  readonly url: URL
  /** Whose host and port to connect to; the request still names the URL's own host. */
  readonly via: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly signal: AbortSignal
}

/** By plain HTTP and a connection of its own: `fetch` would send the host that it connects to. @returns the status of the answer */
export const postForm = ({ url, via, headers, body, signal }: FormPost) =>
  new Promise<number>((resolve, reject) => {
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
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end(body)
  })
