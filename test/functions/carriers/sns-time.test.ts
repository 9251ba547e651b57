import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { unknown } from '../../builders/an-answer.ts'
import { aCaller } from './a-caller.ts'

/** A server that answers at once and then goes on for ever, a byte at a time: no wait for it is ever long. */
const aDribblingSns = async () => {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': 'text/xml' })
    const dribbling = setInterval(() => response.write(' '), 10)
    response.on('close', () => clearInterval(dribbling))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it('leaves SNS when the time of the one call is over, also while bytes still come', async () => {
  const url = await aDribblingSns()
  expect(await aCaller(url, { timeoutMs: 200 })()).toEqual(unknown('no-answer'))
})
