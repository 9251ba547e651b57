import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

interface Callback {
  path: string
  headers: IncomingHttpHeaders
  form: Record<string, string>
}

/**
 * Whoever takes callbacks, for one test.
 * @param answers by turns a status, or `reset` for no answer at all; then 204
 */
export const aReceiver = async (...answers: (number | 'reset')[]) => {
  const callbacks: Callback[] = []
  const server = createServer(async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(await text(request)))
    callbacks.push({ path: request.url ?? '', headers: request.headers, form })
    const answer = answers.shift() ?? 204
    if (answer === 'reset') request.socket.resetAndDestroy()
    else response.writeHead(answer).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, callbacks }
}
