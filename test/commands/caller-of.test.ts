import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { callerOf } from '../../commands/caller-of.ts'

const arn = 'arn:aws:sts::111122223333:assumed-role/Support/ada@example.com'

/** AWS's word on who somebody is, and what it was asked. */
const anSts = async (status: number, answer: string) => {
  const calls: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
  const server = createServer(async (request, response) => {
    calls.push({ headers: request.headers, body: await text(request) })
    response.writeHead(status).end(answer)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a secret of nobody' }
  return { target: { client: { region: 'eu-central-1', endpoint: `http://127.0.0.1:${port}`, credentials } }, calls }
}

it('whoever gives a command is told by AWS, by their signature alone', async () => {
  const { target, calls } = await anSts(
    200,
    `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${arn}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  )
  expect(await callerOf(target)).toBe(arn)
  expect(calls).toEqual([
    {
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
      headers: expect.objectContaining({
        host: 'sts.eu-central-1.amazonaws.com',
        authorization: expect.stringMatching(/AKIDEXAMPLE\/\d{8}\/eu-central-1\/sts\/aws4_request/),
      }),
    },
  ])
})

it.each([
  [403, '<ErrorResponse><Error><Code>InvalidClientTokenId</Code></Error></ErrorResponse>'],
  [200, 'no XML'],
])('a command is refused with a sentence where AWS answers with %d and names nobody', async (status, answer) => {
  const { target } = await anSts(status, answer)
  await expect(callerOf(target)).rejects.toThrow(`AWS does not say who you are (${status}): the credentials are wrong.`)
})
