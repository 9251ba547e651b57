import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SignatureV4 } from '@smithy/signature-v4'
import type { ClientSettings } from './target.ts'

interface SignedCall {
  /** The service of AWS that is called, as signatures name it, e.g. "lambda". */
  readonly service: string
  /** May name another host than the one that is reached: an emulator knows who is called by the Host header. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Answer {
  readonly status: number
  readonly said: string
}

/** Where the call goes if not to the URL's own host. */
const emulatorOf = async (settings: ClientSettings, { config }: LambdaClient): Promise<string | undefined> =>
  settings.endpoint ?? (await config.serviceConfiguredEndpoint?.())

/** By node:http, since fetch sets the Host header itself. */
const post = async (url: URL, headers: Record<string, string>, body: string): Promise<Answer> => {
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, { method: 'POST', headers })
  request.end(body)
  const [response]: IncomingMessage[] = await once(request, 'response')
  return { status: response?.statusCode ?? 0, said: response ? await text(response) : '' }
}

/** Posts to a service of AWS for which there is no client, signed with the caller's own credentials. */
export const postSigned = async (settings: ClientSettings, { service, url, headers, body }: SignedCall): Promise<Answer> => {
  const client = new LambdaClient(settings) // for how it finds credentials and Region; the service is named by the signature
  const { credentials, region, sha256 } = client.config
  const { host, protocol, hostname, pathname } = new URL(url)
  const signer = new SignatureV4({ service, credentials, region, sha256 })
  const request = { method: 'POST', protocol, hostname, path: pathname, headers: { host, ...headers }, body }
  const [signed, emulator] = await Promise.all([signer.sign(request), emulatorOf(settings, client)])
  return post(new URL(pathname, emulator ?? url), signed.headers, body)
}

/** The Region that calls are made in. */
export const regionOf = (settings: ClientSettings): Promise<string> => new LambdaClient(settings).config.region()
