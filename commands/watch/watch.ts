import { randomUUID } from 'node:crypto'
import { tidily } from '../interruption.ts'
import type { JsonOption } from '../options.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { eventPattern, type Wanted } from './event-pattern.ts'
import { firstTime } from './first-time.ts'
import { type ListeningPost, listeningPost } from './listening-post.ts'
import { readEvent } from './read-event.ts'

export interface WatchOptions extends TargetOptions, JsonOption, Wanted {}

const tellAll = async ({ hear }: ListeningPost, json: boolean, signal: AbortSignal): Promise<void> => {
  const isNew = firstTime()
  while (!signal.aborted)
    for (const { event, line } of (await hear(signal)).map(readEvent).filter((read) => read !== undefined))
      if (isNew(event.detail.eventId)) console.log(json ? JSON.stringify(event) : line)
}

/** `heliograph watch`: tells each event once as it comes, until it is interrupted; then takes down what it put up. */
export const watch = async ({ json = false, ...options }: WatchOptions): Promise<void> => {
  const pattern = eventPattern(options)
  const target = await findTarget(options)
  await tidily(async (signal) => {
    const post = await listeningPost(target, `heliograph-watch-${randomUUID()}`, pattern)
    if (process.stderr.isTTY) console.error('Listening; Ctrl-C ends it.')
    try {
      await tellAll(post, json, signal)
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      await post.leave()
    }
  })
}
