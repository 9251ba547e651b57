import type { ServerResponse } from 'node:http'
import { securityHeaders } from './security-headers.ts'

const between = { changes: 250, signsOfLife: 15_000 } // milliseconds

/** Pages that want to know when there is something new to see. They are told that there is, and never what. */
export interface Live {
  readonly watch: (response: ServerResponse) => void
  /** Whether anybody watches. */
  readonly isWatched: () => boolean
  /** Something changed; many changes at once are told as one. */
  readonly tell: () => void
  readonly stop: () => void
}

const headers = { ...securityHeaders, 'content-type': 'text/event-stream; charset=utf-8' }

/** Source: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export const createLive = (): Live => {
  const watchers = new Set<ServerResponse>()
  const write = (words: string) => {
    for (const watcher of watchers) watcher.write(words)
  }
  let pending: NodeJS.Timeout | undefined
  const signsOfLife = setInterval(() => write(':\n\n'), between.signsOfLife).unref()
  return {
    watch: (response) => {
      response.writeHead(200, headers).write('retry: 1000\nevent: changed\ndata:\n\n')
      watchers.add(response)
      response.on('close', () => watchers.delete(response))
    },
    isWatched: () => watchers.size > 0,
    tell: () => {
      pending ??= setTimeout(() => {
        pending = undefined
        write('event: changed\ndata:\n\n')
      }, between.changes)
    },
    stop: () => {
      clearInterval(signsOfLife)
      clearTimeout(pending)
      for (const watcher of watchers) watcher.end()
    },
  }
}
