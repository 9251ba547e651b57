import * as z from 'zod'
import type { FaultInput } from './fault.ts'
import { Strike } from './fault-book.ts'
import type { Ends } from './fault-proxy.ts'

const Added = z.object({ id: z.string() })

/** @param url of the fault proxy's control, e.g. "http://127.0.0.1:40001" */
export const faultProxyClient = (url: string) => {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(url + path, { method, body: body === undefined ? undefined : JSON.stringify(body) })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(JSON.stringify(answer))
    return answer
  }
  return {
    /** Puts a fault in force; `strikes` tells what it really did. */
    strike: async (fault: FaultInput) => {
      const { id } = Added.parse(await ask('POST', '/faults', fault))
      return {
        strikes: async () => z.array(Strike).parse(await ask('GET', `/strikes/${id}`)),
        lift: async () => void (await ask('DELETE', `/faults/${id}`)),
      }
    },
    /** Connections are refused, as by a host on which nobody listens. */
    shut: async (door: keyof Ends) => void (await ask('DELETE', `/doors/${door}`)),
    open: async (door: keyof Ends) => void (await ask('PUT', `/doors/${door}`)),
  }
}
