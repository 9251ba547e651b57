import { Failed } from './failed.ts'

/** Whoever read the output has gone, as in `heliograph redrive --json | head -3`. */
export class ReaderGone extends Error {}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const underWay = new Set<AbortController>()

const endAll = (why: Error): void => {
  for (const one of underWay) one.abort(why)
}

const onSignal = () => endAll(new Failed('Interrupted.'))

/**
 * Does what has to be tidied up after: an interruption, or that the reader of the output has gone, only aborts the signal meanwhile. The
 * second interruption ends the process at once.
 */
export const tidily = async <Done>(work: (signal: AbortSignal) => Promise<Done>): Promise<Done> => {
  const ended = new AbortController()
  if (underWay.size === 0) for (const name of signals) process.once(name, onSignal)
  underWay.add(ended)
  try {
    return await work(ended.signal)
  } finally {
    underWay.delete(ended)
    if (underWay.size === 0) for (const name of signals) process.off(name, onSignal)
  }
}

/** Has a command end without a word when nobody reads its output any more; what is under way tidily is tidied up first. */
export const endWithReader = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    if (underWay.size === 0) process.exit()
    endAll(new ReaderGone())
  })
}
