import * as z from 'zod'
import { parseJson } from '../../functions/notification/parse-json.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failed } from '../failed.ts'

/** Where `npm start` puts the carrier network. */
const localNetwork = 'http://127.0.0.1:4570'

export interface NetworkOptions {
  /** The address of the carrier network. */
  readonly url?: string
  /** Only this phone, in E.164. */
  readonly phone?: string
}

const Refusal = z.object({ error: z.string() })
const Carriers = z.array(z.object({ carrier: z.string(), url: z.string(), script: z.unknown() }))
const Scripts = z.array(z.object({ carrier: z.string().optional(), phone: z.string().optional(), script: z.unknown() }))
const Calls = z.array(z.object({ carrier: z.string(), fate: z.string(), messageId: z.string().optional() }))

const ask = async ({ url = localNetwork }: NetworkOptions, method: string, path: string, body?: string): Promise<unknown> => {
  const response = await fetch(url + path, { method, ...(body !== undefined && { body }) }).catch(() => {
    throw new Failed(`No carrier network answers at ${url}: start it by \`npm start\`.`)
  })
  const text = await response.text()
  const answer = text === '' ? undefined : parseJson(text)
  if (text !== '' && answer === undefined) throw new Failed(`What answers at ${url} is no carrier network.`)
  if (!response.ok) throw new Failed(Refusal.parse(answer).error)
  return answer
}

const Brought = z.array(z.object({ carrier: z.string(), status: z.int() }))

const placeOf = (carrier: string, { phone }: NetworkOptions) =>
  `/carriers/${carrier}${phone === undefined ? '' : `/phones/${phone}`}`

/** `heliograph network show`: what each carrier does at present, and what it has taken. */
export const showNetwork = async (options: NetworkOptions): Promise<void> => {
  const [carriers, scripts, calls] = await Promise.all(
    ['/carriers', '/scripts', '/calls'].map((path) => ask(options, 'GET', path)),
  )
  const all = Calls.parse(calls)
  for (const { carrier, url, script } of Carriers.parse(carriers)) {
    const those = all.filter((call) => call.carrier === carrier)
    const accepted = those.filter(({ messageId }) => messageId !== undefined).length
    console.log(`${carrier} at ${url}: ${those.length} calls, ${accepted} accepted\n  ${JSON.stringify(script)}`)
  }
  for (const { carrier = 'every carrier', phone, script } of Scripts.parse(scripts).filter(({ phone }) => phone !== undefined))
    console.log(`${carrier} with ${phone}\n  ${JSON.stringify(script)}`)
}

/** `heliograph network script <carrier> <script>`: from now on it does that. */
export const scriptCarrier = async (carrier: string, script: string, options: NetworkOptions): Promise<void> => {
  console.log(JSON.stringify(await ask(options, 'PUT', placeOf(carrier, options), script)))
}

/** `heliograph network reset <carrier>`: it does again what it does by default. */
export const resetCarrier = async (carrier: string, options: NetworkOptions): Promise<void> => {
  await ask(options, 'DELETE', placeOf(carrier, options))
  console.log(`${carrier} does again what it does by default.`)
}

export interface ReplyOptions extends Omit<NetworkOptions, 'phone'> {
  readonly from: string
  readonly text: string
}

/** `heliograph network reply`: somebody writes back; exit code 0 only when what they wrote was taken. */
export const replyAs = async ({ from, text, ...options }: ReplyOptions): Promise<void> => {
  const brought = Brought.parse(
    await ask(options, 'POST', `/phones/${encodeURIComponent(from)}/replies`, JSON.stringify({ text })),
  )
  for (const { carrier, status } of brought) console.log(`${carrier} brought it and was answered with ${status}.`)
  if (brought.some(({ status }) => status !== 200)) process.exitCode = exitCodes.refused
}
