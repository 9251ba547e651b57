import * as z from 'zod'
import type { WrittenReply } from './phone-reply.ts'
import { CarrierScript, FullScript, type PhoneScript } from './script.ts'
import { Call, Message, Text } from './truth.ts'

/** Scripts as they are written: what has a default may be left out. */
export type ScriptInput = z.input<typeof PhoneScript>
export type CarrierScriptInput = z.input<typeof CarrierScript>

const Failure = z.object({ error: z.string() })
const CarrierState = z.object({ carrier: z.string(), url: z.url(), script: FullScript })
/** One script, and what it is for. */
const Scripted = z.object({ carrier: z.string().optional(), phone: z.string().optional(), script: CarrierScript })

/** How a carrier was answered that brought a reply. */
const Brought = z.object({ carrier: z.string(), status: z.int(), body: z.string() })

/** @param url of the carrier network, e.g. "http://127.0.0.1:4570" */
export const carrierNetworkClient = (url: string) => {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(url + path, { method, body: body === undefined ? undefined : JSON.stringify(body) })
    if (response.status === 204) return undefined
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(Failure.parse(answer).error)
    return answer
  }
  const put = async (path: string, script: CarrierScriptInput) => void (await ask('PUT', path, script))
  const reset = async (path: string) => void (await ask('DELETE', path))
  return {
    scriptCarrier: (carrier: string, script: CarrierScriptInput) => put(`/carriers/${carrier}`, script),
    /** With every carrier that knows the script's words. */
    scriptPhone: (to: string, script: ScriptInput) => put(`/phones/${to}`, script),
    /** The strongest of the three. */
    scriptCarrierPhone: (carrier: string, to: string, script: ScriptInput) => put(`/carriers/${carrier}/phones/${to}`, script),
    resetCarrier: (carrier: string) => reset(`/carriers/${carrier}`),
    resetPhone: (to: string) => reset(`/phones/${to}`),
    resetCarrierPhone: (carrier: string, to: string) => reset(`/carriers/${carrier}/phones/${to}`),
    /** Each carrier, its own address, and what is in force for it. */
    carriers: async () => z.array(CarrierState).parse(await ask('GET', '/carriers')),
    /** All that was scripted and not reset. */
    scripts: async () => z.array(Scripted).parse(await ask('GET', '/scripts')),
    /** What the carriers accepted, whether their callers know or not. */
    messages: async () => z.array(Message).parse(await ask('GET', '/messages')),
    /** Every text that a carrier was asked to send, the accepted ones among them. */
    calls: async () => z.array(Call).parse(await ask('GET', '/calls')),
    /** The texts that the person sees. */
    textsOn: async (to: string) => z.array(Text).parse(await ask('GET', `/phones/${to}/messages`)),
    /** As an operator sets it at the carrier: where it brings what people write to our numbers. */
    bringRepliesTo: async (carrier: string, url: string) => void (await ask('PUT', `/carriers/${carrier}/replies`, { url })),
    /** Somebody writes back on a phone. @returns how each carrier that brought it was answered */
    reply: async (from: string, reply: WrittenReply) =>
      z.array(Brought).parse(await ask('POST', `/phones/${from}/replies`, reply)),
    /** Forgets calls and messages; scripts stay. */
    forget: () => reset('/messages'),
  }
}
