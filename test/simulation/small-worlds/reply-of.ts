import type { Reply } from './place.ts'

/** What tells one error of the SDK from another. */
const keyOf = (error: Error) =>
  `${error.name} ${JSON.stringify('CancellationReasons' in error ? error.CancellationReasons : undefined)}`

/** What the client would get; an error that is not the SDK's is a mistake of ours. */
export const replyOf = (execute: () => object): Reply => {
  try {
    const value = execute()
    return { key: JSON.stringify(value), value }
  } catch (error) {
    if (!(error instanceof Error) || !('$metadata' in error)) throw error
    return { key: keyOf(error), error }
  }
}
