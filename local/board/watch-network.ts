import type { Reach } from './reach.ts'
import type { Live } from './server/live.ts'

const everyMs = 1_000

/** The network tells nobody what it does: while somebody looks, it is asked every second whether anything happened. */
export const watchNetwork = (network: Pick<Reach['network'], 'calls' | 'carriers'>, live: Pick<Live, 'isWatched' | 'tell'>) => {
  let known = ''
  const look = async () => {
    if (!live.isWatched()) return
    const [calls, carriers] = await Promise.all([network.calls(), network.carriers()])
    const receipts = calls.reduce((sum, call) => sum + (call.receipts?.length ?? 0), 0)
    const seen = JSON.stringify([calls.length, receipts, carriers])
    if (seen !== known) live.tell()
    known = seen
  }
  // A network that is gone is seen by whoever loads the page.
  const timer = setInterval(() => look().catch(() => undefined), everyMs).unref()
  return { stop: () => clearInterval(timer) }
}
