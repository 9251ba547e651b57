import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Target } from '../../../commands/target.ts'
import { callReview, type ReviewCall } from '../../../commands/template/review-client.ts'

const secret = 'a secret of nobody'
const host = 'abc.lambda-url.eu-central-1.on.aws'
const approval: ReviewCall = { action: 'approve', name: 'order-shipped', version: 3, reason: 'clear – and short' }

/** A review that answers as it is told to, and keeps what it was asked. */
const aReview = async (status: number, answer: string) => {
  const calls: { readonly headers: IncomingHttpHeaders; readonly body: string; readonly method?: string | undefined }[] = []
  const server = createServer(async (request, response) => {
    calls.push({ headers: request.headers, body: await text(request), method: request.method })
    response.writeHead(status).end(answer)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: secret }
  const client = { region: 'eu-central-1', endpoint: `http://127.0.0.1:${port}`, credentials }
  return { target: { client, outputs: { ReviewUrl: `https://${host}/` } } as Target, calls }
}

const hmac = (key: string | Buffer, words: string) => createHmac('sha256', key).update(words).digest()
const sha256 = (words: string) => createHash('sha256').update(words).digest('hex')

/** The signature that AWS would find for a request, by the words of its documentation. */
const signatureOf = (headers: IncomingHttpHeaders, body: string): string => {
  const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? ''
  const date = String(headers['x-amz-date'])
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}\n`)
  const canonical = ['POST', '/', '', lines.join(''), signed, sha256(body)].join('\n')
  const scope = [date.slice(0, 8), 'eu-central-1', 'lambda', 'aws4_request']
  const key = scope.reduce<string | Buffer>((before, word) => hmac(before, word), `AWS4${secret}`)
  return hmac(key, ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(canonical)].join('\n')).toString('hex')
}

describe('a call of the review', () => {
  it('carries what is asked, signed by the caller for the function of the URL', async () => {
    const { target, calls } = await aReview(200, '{"name":"order-shipped","version":3,"state":"approved"}')
    expect(await callReview(target, approval)).toEqual({ ok: true, name: 'order-shipped', version: 3, state: 'approved' })
    const [{ headers, body, method } = { headers: {}, body: '' }] = calls
    expect({ method, asked: JSON.parse(body), host: headers.host }).toEqual({ method: 'POST', asked: approval, host })
    expect(headers.authorization).toContain('SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date')
    expect(headers.authorization).toContain(`Signature=${signatureOf(headers, body)}`)
  })

  it('is refused with a code and sentences', async () => {
    const { target } = await aReview(403, '{"code":"self-approval","problems":["Nobody approves what they submitted."]}')
    expect(await callReview(target, approval)).toEqual({
      ok: false,
      code: 'self-approval',
      problems: ['Nobody approves what they submitted.'],
    })
  })

  it.each([
    [403, '{"Message":"Forbidden"}', 'AWS refused the call'],
    [502, 'Internal Server Error', 'answered with 502'],
    [200, '{"state":"approved"}', 'answered with 200'],
  ])('ends with a sentence when %i %s comes back', async (status, answer, sentence) => {
    const { target } = await aReview(status, answer)
    await expect(callReview(target, approval)).rejects.toThrow(sentence)
  })

  it('ends with a sentence when nobody is there', async () => {
    const { target } = await aReview(200, '')
    const nowhere = { ...target, client: { ...target.client, endpoint: 'http://127.0.0.1:1' } }
    await expect(callReview(nowhere, approval)).rejects.toThrow(`No review answers at ${host}.`)
  })
})
