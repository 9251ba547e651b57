import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { Instant } from '../../functions/notification/instant.ts'
import { parseJson } from '../../functions/notification/parse-json.ts'
import { StatusDetail, type StatusEvent, statusDetailTypes } from '../../functions/publish/status-event.ts'
import type { JsonOption } from '../options.ts'
import { statusLine } from '../status-line.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { eventPattern, type Wanted } from './event-pattern.ts'
import { firstTime } from './first-time.ts'
import { type ListeningPost, listeningPost } from './listening-post.ts'

export interface WatchOptions extends TargetOptions, JsonOption, Wanted {}

/** One of a later version may say more; its event is passed over, not a reason to stop watching. */
const OnBus = z.object({ 'detail-type': z.enum(statusDetailTypes), detail: StatusDetail, time: Instant })

const readEvent = (body: string): { readonly event: StatusEvent; readonly at: Date } | undefined => {
  const { success, data } = OnBus.safeParse(parseJson(body))
  return success ? { event: { detailType: data['detail-type'], detail: data.detail }, at: new Date(data.time) } : undefined
}

/** Until somebody interrupts it, or whoever read its output has gone, as in `heliograph watch | head`. */
const untilEnded = (): AbortSignal => {
  const ended = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.abort())
  process.stdout.once('error', () => ended.abort())
  return ended.signal
}

const tellAll = async ({ hear }: ListeningPost, json: boolean, signal: AbortSignal): Promise<void> => {
  const isNew = firstTime()
  while (!signal.aborted)
    for (const { event, at } of (await hear(signal)).map(readEvent).filter((read) => read !== undefined))
      if (isNew(event.detail.eventId)) console.log(json ? JSON.stringify(event) : statusLine(event, at))
}

/** `heliograph watch`: tells each status event once as it comes, until it is interrupted; then takes down what it put up. */
export const watch = async ({ json = false, ...options }: WatchOptions): Promise<void> => {
  const pattern = eventPattern(options)
  const target = await findTarget(options)
  const signal = untilEnded()
  const post = await listeningPost(target, `heliograph-watch-${randomUUID()}`, pattern)
  if (process.stderr.isTTY) console.error('Listening; Ctrl-C ends it.')
  try {
    await tellAll(post, json, signal)
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await post.leave()
  }
}
