import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { askSteering } from '../../../commands/carriers/ask-steering.ts'
import type { Target } from '../../../commands/target.ts'
import { aDrain } from '../../builders/a-drain.ts'

const call = { action: 'drain', carrier: 'twilio', reason: 'codes come late' } as const
const answer = { carrier: 'twilio', drains: [aDrain('twilio')], withoutOther: ['payment'] }

const steeringAt = (endpoint: string): Target => {
  const client = { region: 'eu-central-1', endpoint, credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'any' } }
  return { client, outputs: { SteerUrl: 'https://abc.lambda-url.eu-central-1.on.aws/' } } as Target
}

/** A steering that answers as it is told to, and keeps what it was asked. */
const aSteering = async (status: number, said: string) => {
  const calls: unknown[] = []
  const server = createServer(async (request, response) => {
    calls.push({ host: request.headers.host, asked: JSON.parse(await text(request)) })
    response.writeHead(status).end(said)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { target: steeringAt(`http://127.0.0.1:${port}`), calls }
}

it('a call carries what is asked, and answers what stands then', async () => {
  const { target, calls } = await aSteering(200, JSON.stringify(answer))
  expect(await askSteering(target, call)).toEqual(answer)
  expect(calls).toEqual([{ host: 'abc.lambda-url.eu-central-1.on.aws', asked: call }])
})

it('a refusal is told in its sentences, with its code', async () => {
  const { target } = await aSteering(409, '{"code":"not-drained","problems":["It is not drained."]}')
  await expect(askSteering(target, call)).rejects.toMatchObject({ message: 'It is not drained.', code: 'not-drained' })
})

it.each([
  ['AWS itself refuses', 403, '{"Message":"Forbidden"}', 'lambda:InvokeFunctionUrl'],
  ['nobody can read the answer', 500, 'Internal Server Error', 'answered with 500'],
  ['it is of another version', 200, '{"carrier":"twilio"}', 'answered with 200'],
])('says in a sentence that %s', async (_, status, said, sentence) => {
  const { target } = await aSteering(status, said)
  await expect(askSteering(target, call)).rejects.toThrow(sentence)
})

it('says in a sentence that nothing answers', async () => {
  await expect(askSteering(steeringAt('http://127.0.0.1:1'), call)).rejects.toThrow('No steering answers at abc.lambda-url')
})
