import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** What a service answers to an operation: a body, or the name of its refusal. */
export type Answers = Readonly<Record<string, (body: Record<string, unknown>) => object | string>>

/**
 * Services of AWS that speak JSON, e.g. SQS, Step Functions and DynamoDB, as far as a test says what they answer; all else they refuse.
 * @returns settings for a client, and what was asked, in order
 */
export const anAws = async (answers: Answers) => {
  const asked: (readonly [operation: string, body: Record<string, unknown>])[] = []
  const server = createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
    const body: Record<string, unknown> = JSON.parse(await text(request))
    asked.push([operation, body])
    const answer = answers[operation]?.(body) ?? 'AccessDeniedException'
    const [status, said] = typeof answer === 'string' ? [400, { __type: answer }] : [200, answer]
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(said))
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'any' }
  return { client: { region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, credentials }, asked }
}
