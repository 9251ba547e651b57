import { randomUUID } from 'node:crypto'
import type { StatusEvent } from '../../functions/publish/status-event.ts'
import { readPrices } from '../../infra/read-prices.ts'
import { openDoor } from '../carrier-network/door.ts'
import { createTally } from './carriers/figures.ts'
import { createBook } from './notifications/book.ts'
import type { Reach } from './reach.ts'
import { answerBy } from './routes.ts'
import type { Asked } from './server/asked.ts'
import { createListener } from './server/create-listener.ts'
import { createLive } from './server/live.ts'
import { readAssets } from './server/read-assets.ts'
import { watchNetwork } from './watch-network.ts'

interface Options {
  /** 0 lets the system choose. */
  readonly port: number
  readonly reach: Reach
  /** The board's own log: its faults. */
  readonly print?: (line: string) => void
}

/** A page for people who would rather look than read. */
export interface Board {
  readonly url: string
  /** What the bus said of a notification. */
  readonly tell: (event: StatusEvent) => void
  /** Something beside a notification changed, e.g. a carrier was drained. */
  readonly refresh: () => void
  readonly stop: () => Promise<void>
}

/** Starts the board on the loopback interface. */
export const startBoard = async ({ port, reach, print = console.error }: Options): Promise<Board> => {
  const [book, tally, live] = [createBook(), createTally(), createLive()]
  const assets = await readAssets()
  const newId = () => `board-${randomUUID().slice(0, 8)}`
  const routed = answerBy({ reach, book, tally, prices: readPrices(), now: () => new Date(), newId, tell: live.tell })
  const answer = async (asked: Asked) => (asked.method === 'GET' ? assets.get(asked.path) : undefined) ?? routed(asked)
  const door = await openDoor(createListener({ answer, live, print }), port, 'the board')
  const watching = watchNetwork(reach.network, live)
  return {
    url: door.url,
    tell: (event) => {
      book.tell(event)
      tally.tell(event, new Date())
      live.tell()
    },
    refresh: live.tell,
    stop: async () => {
      watching.stop()
      live.stop()
      await door.shut()
    },
  }
}
