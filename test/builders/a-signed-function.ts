import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { Target } from '../../commands/target.ts'

/** A deployment whose Function URLs are answered at an endpoint. */
export const signedFunctionsAt = (endpoint: string): Target => {
  const client = { region: 'eu-central-1', endpoint, credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'any' } }
  const url = 'https://abc.lambda-url.eu-central-1.on.aws/'
  return { client, outputs: { SteerUrl: url, RevealUrl: url } } as Target
}

/** A function, called by its URL, that answers as it is told to, and keeps what it was asked. */
export const aSignedFunction = async (status: number, said: string) => {
  const calls: unknown[] = []
  const server = createServer(async (request, response) => {
    calls.push({ host: request.headers.host, asked: JSON.parse(await text(request)) })
    response.writeHead(status).end(said)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { target: signedFunctionsAt(`http://127.0.0.1:${port}`), calls }
}
