import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { createControl } from './control.ts'
import { cloudWatchDeliveryLog, type DeliveryLog, type LogsAddress } from './delivery-log.ts'
import { createScriptBook } from './script-book.ts'
import { sns } from './sns.ts'
import { takeCall } from './take-call.ts'
import { createTruth } from './truth.ts'

interface Options {
  /** 0 lets the system choose. */
  readonly port?: number
  /** The network's own log: lost receipts and its own faults. */
  readonly print?: (line: string) => void
}

/** Receipts of SNS go to CloudWatch Logs, or to a log of the caller's own. */
type ReceiptsTo = { readonly logs: LogsAddress } | { readonly deliveryLog: DeliveryLog }

export interface CarrierNetwork {
  readonly url: string
  /** Drops open calls and receipts that are not out yet. */
  readonly stop: () => Promise<void>
}

const host = '127.0.0.1'

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Error(`Port ${port}, for the carrier network, is taken by another program.`)
    throw new Error(`The carrier network cannot listen on port ${port}: ${error.code}.`)
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

const createHandler = (deliveryLog: DeliveryLog, print: (line: string) => void, signal: AbortSignal) => {
  const carriers = [sns(deliveryLog)]
  const network = { truth: createTruth(), scripts: createScriptBook(), print, signal }
  const control = createControl(
    network.scripts,
    network.truth,
    carriers.map(({ name }) => name),
  )

  return async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '/' } = request
    const [path = '/'] = url.split('?')
    const body = await text(request)
    const carrier = carriers.find(({ owns }) => owns(method, path))
    if (carrier !== undefined) return takeCall(network, carrier, body, response)
    const reply = control(method, path, body)
    response.writeHead(reply.status, reply.headers).end(reply.body)
  }
}

/** Starts the telephone network of the local world on the loopback interface. */
export const startCarrierNetwork = async (options: Options & ReceiptsTo): Promise<CarrierNetwork> => {
  const { port = 4570, print = console.error } = options
  const deliveryLog = 'deliveryLog' in options ? options.deliveryLog : cloudWatchDeliveryLog(options.logs)
  const stopping = new AbortController()
  const handle = createHandler(deliveryLog, print, stopping.signal)
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const isOurs = request.complete && !stopping.signal.aborted // else the caller left, or the network stops
      if (isOurs) print(`carrier network: a call failed: ${error}`)
      response.destroy()
    })
  })
  const openPort = await listen(server, port)
  return {
    url: `http://${host}:${openPort}`,
    stop: async () => {
      stopping.abort()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
