import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Carrier } from './carrier.ts'
import { createControl } from './control.ts'
import type { Door } from './door.ts'
import { takeCall } from './take-call.ts'

/** All that a request can meet. */
export type Network = Parameters<typeof takeCall>[0] & {
  readonly carriers: readonly Carrier[]
  readonly doors: ReadonlyMap<string, Door>
}

/** Every request, at whichever port: to a carrier, or to the network itself. */
export const createListener = (network: Network) => {
  const control = createControl(network)

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '/', headers } = request
    const [path = '/'] = url.split('?')
    const body = await text(request)
    const carrier = network.carriers.find(({ owns }) => owns(method, path))
    if (carrier === undefined) {
      const reply = await control(method, path, body)
      return response.writeHead(reply.status, reply.headers).end(reply.body)
    }
    // At the network's own port, which cannot be shut, a carrier that is down can do no worse than hang up.
    if (network.scripts.inForce(carrier).down) return request.socket.resetAndDestroy()
    return takeCall(network, carrier, { method, path, headers, body }, response)
  }

  return (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch((error: unknown) => {
      const isOurs = request.complete && !network.signal.aborted // else the caller left, or the network stops
      if (isOurs) network.print(`carrier network: a call failed: ${error}`)
      response.destroy()
    })
  }
}
