import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export const publishResponse = (messageId: string) =>
  `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${messageId}</MessageId></PublishResult></PublishResponse>`

/** A server that answers every request with the same words, for what the carrier network never says; keeps what it was asked. */
export const aBareSns = async ({ status = 200, body = publishResponse('message-1') } = {}) => {
  const forms: URLSearchParams[] = []
  let connections = 0
  const server = createServer(async (request, response) => {
    forms.push(new URLSearchParams(await text(request)))
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body)
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, forms, connections: () => connections }
}
