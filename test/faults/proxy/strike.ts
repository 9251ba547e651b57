import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Does } from './fault.ts'
import type { Reply } from './forward.ts'
import { killCaller } from './kill-caller.ts'

/** A struck call on its way. */
export interface Struck {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Makes the call at its other end. */
  readonly forward: () => Promise<Reply>
  /** Resolves when as many calls of the same fault wait here. */
  readonly gathered: (calls: number) => Promise<void>
  /** Tells that the fault did not strike after all. */
  readonly missed: () => void
}

/** The connection's framing is ours, not the other end's. */
const framing = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'])

export const pass = (response: ServerResponse, { status, headers, body }: Reply) => {
  const kept = Object.entries(headers).filter(([name]) => !framing.has(name))
  response.writeHead(status, { ...Object.fromEntries(kept), 'content-length': body.length }).end(body)
}

const cut = (response: ServerResponse, { status, headers, body }: Reply, afterBytes: number) => {
  const kept = Object.entries(headers).filter(([name]) => !framing.has(name))
  response.writeHead(status, { ...Object.fromEntries(kept), 'content-length': body.length })
  response.write(body.subarray(0, afterBytes), () => response.destroy())
}

/** Does to a call what the fault says. */
export const strike = async (does: Does, { request, response, forward, gathered, missed }: Struck): Promise<void> => {
  switch (does.kind) {
    case 'reset':
      if (does.forwarded) await forward()
      return void request.socket.resetAndDestroy()
    case 'hang':
      if (does.forwarded) await forward()
      return
    case 'delay': {
      await wait(does.requestMs)
      const reply = await forward()
      await wait(does.replyMs)
      return pass(response, reply)
    }
    case 'cut':
      return cut(response, await forward(), does.afterBytes)
    case 'answer':
      if (does.forwarded) await forward()
      return void response.writeHead(does.status, does.headers).end(does.body)
    case 'gather':
      await gathered(does.calls)
      return pass(response, await forward())
    case 'kill':
      if (does.forwarded) await forward()
      if (!killCaller(request.socket.remotePort ?? 0, request.socket.localPort ?? 0)) missed()
      return
    default:
      return does satisfies never
  }
}
