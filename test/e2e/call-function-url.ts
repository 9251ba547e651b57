import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** POSTs to a Function URL on the emulator, which knows it by its Host header. */
export const askFunctionUrl = async (emulatorUrl: string, url: string, headers: Record<string, string>, body: string) => {
  const { host, pathname, search } = new URL(url)
  const call = request(`${emulatorUrl}${pathname}${search}`, { method: 'POST', headers: { ...headers, host } })
  call.end(body)
  const [response]: IncomingMessage[] = await once(call, 'response')
  return { status: response?.statusCode, body: response ? await text(response) : '' }
}

/** The same. @returns the HTTP status */
export const callFunctionUrl = async (...call: Parameters<typeof askFunctionUrl>) => (await askFunctionUrl(...call)).status
