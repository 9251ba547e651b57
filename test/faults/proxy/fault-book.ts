import { createHash, randomUUID } from 'node:crypto'
import * as z from 'zod'
import { type Fault, type FunctionCall, isAimedAt } from './fault.ts'

/** What the proxy did: the truth of the faults. */
export const Strike = z.object({
  fault: z.string(),
  service: z.string(),
  operation: z.string(),
  /** The same for a call that is made again. */
  digest: z.string(),
})
export type Strike = z.infer<typeof Strike>

const digestOf = ({ body }: FunctionCall) => createHash('sha256').update(body).digest('hex')

interface InForce {
  readonly id: string
  readonly fault: Fault
  /** Known once it has struck. */
  until?: number
  aimedAt: number
  struck: number
}

/** The faults in force, in the order in which they came; of those that fit a call, the first strikes. */
export const createFaultBook = () => {
  const faults = new Map<string, InForce>()
  const strikes: Strike[] = []
  const isOver = ({ fault: { times = Number.POSITIVE_INFINITY }, struck, until = Number.POSITIVE_INFINITY }: InForce) =>
    struck >= times || Date.now() >= until
  const isItsTurn = (one: InForce, call: FunctionCall) => {
    if (isOver(one) || !isAimedAt(one.fault, call)) return false
    one.aimedAt += 1
    return (one.aimedAt - 1) % one.fault.oneIn === 0
  }
  return {
    add: (fault: Fault): string => {
      const id = randomUUID()
      faults.set(id, { id, fault, aimedAt: 0, struck: 0 })
      return id
    },
    lift: (id: string) => void faults.delete(id),
    /** It turned out that the call could not be struck. */
    missed: (id: string) => {
      const last = strikes.findLastIndex(({ fault }) => fault === id)
      if (last >= 0) strikes.splice(last, 1)
    },
    strikesOf: (id: string) => strikes.filter(({ fault }) => fault === id),
    /** The fault that strikes this call, if any does. */
    strike: (call: FunctionCall): InForce | undefined => {
      const found = [...faults.values()].find((one) => isItsTurn(one, call))
      if (found === undefined) return undefined
      found.struck += 1
      if (found.fault.forMs !== undefined) found.until ??= Date.now() + found.fault.forMs
      strikes.push({ fault: found.id, service: call.service, operation: call.operation, digest: digestOf(call) })
      return found
    },
  }
}
export type FaultBook = ReturnType<typeof createFaultBook>
