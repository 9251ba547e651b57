import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/** A port of the network. Shut, it refuses connections, as a host does on which nobody listens; it opens under the same number. */
export interface Door {
  readonly url: string
  readonly open: () => Promise<void>
  /** Drops open connections too. */
  readonly shut: () => Promise<void>
}

const host = '127.0.0.1'

/**
 * @param port 0 lets the system choose
 * @param whose e.g. "the carrier network"
 */
export const openDoor = async (listener: RequestListener, port: number, whose: string): Promise<Door> => {
  const server = createServer(listener)
  let number = port
  const open = async () => {
    if (server.listening) return
    server.listen(number, host)
    await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') throw new Error(`Port ${number}, for ${whose}, is taken by another program.`)
      throw new Error(`${whose} cannot listen on port ${number}: ${error.code}.`)
    })
    const address = server.address()
    if (typeof address === 'object' && address !== null) number = address.port
  }
  await open()
  return {
    url: `http://${host}:${number}`,
    open,
    shut: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
