import * as z from 'zod'
import type { Script } from './script.ts'
import { Call, Message, Text } from './truth.ts'

/** A script as it is written: what has a default may be left out. */
export type ScriptInput = z.input<typeof Script>

const Failure = z.object({ error: z.string() })

/** @param url of the carrier network, e.g. "http://127.0.0.1:4570" */
export const carrierNetworkClient = (url: string) => {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(url + path, { method, body: body === undefined ? undefined : JSON.stringify(body) })
    if (response.status === 204) return undefined
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(Failure.parse(answer).error)
    return answer
  }
  return {
    scriptCarrier: async (carrier: string, script: ScriptInput) => void (await ask('PUT', `/carriers/${carrier}`, script)),
    scriptPhone: async (to: string, script: ScriptInput) => void (await ask('PUT', `/phones/${to}`, script)),
    resetCarrier: async (carrier: string) => void (await ask('DELETE', `/carriers/${carrier}`)),
    resetPhone: async (to: string) => void (await ask('DELETE', `/phones/${to}`)),
    /** What the carriers accepted, whether their callers know or not. */
    messages: async () => z.array(Message).parse(await ask('GET', '/messages')),
    /** Every request to a carrier, the accepted ones among them. */
    calls: async () => z.array(Call).parse(await ask('GET', '/calls')),
    /** The texts that the person sees. */
    textsOn: async (to: string) => z.array(Text).parse(await ask('GET', `/phones/${to}/messages`)),
    /** Forgets calls and messages; scripts stay. */
    forget: async () => void (await ask('DELETE', '/messages')),
  }
}
