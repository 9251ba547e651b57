import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'

/**
 * POSTs to a Function URL on the emulator, which knows it by its Host header.
 * @returns the HTTP status
 */
export const callFunctionUrl = async (emulatorUrl: string, url: string, headers: Record<string, string>, body: string) => {
  const { host, pathname, search } = new URL(url)
  const call = request(`${emulatorUrl}${pathname}${search}`, { method: 'POST', headers: { ...headers, host } })
  call.end(body)
  const [response]: IncomingMessage[] = await once(call, 'response')
  response?.resume()
  return response?.statusCode
}
