import { setTimeout as wait } from 'node:timers/promises'

export interface Retries {
  /** In milliseconds; as many as there are further tries. */
  readonly pauses: readonly number[]
  /** Whether another try may help. */
  readonly mayHelp: (error: unknown) => boolean
  readonly signal: AbortSignal
}

/** Rejects as the last try did. */
export const tryAgain = async <Result>(send: () => Promise<Result>, { pauses, mayHelp, signal }: Retries): Promise<Result> => {
  for (const pause of pauses) {
    try {
      return await send()
    } catch (error) {
      if (signal.aborted || !mayHelp(error)) throw error
    }
    await wait(pause, undefined, { signal })
  }
  return send()
}
