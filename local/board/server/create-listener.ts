import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answer, type Asked, sentence } from './asked.ts'
import type { Live } from './live.ts'
import { readForm } from './read-form.ts'
import { refusalOf } from './refusal-of.ts'
import { securityHeaders } from './security-headers.ts'

export interface Serving {
  /** @returns undefined where there is nothing of that name */
  readonly answer: (asked: Asked) => Promise<Answer | undefined>
  readonly live: Live
  /** The board's own log: its faults. */
  readonly print: (line: string) => void
}

const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', text: 'text/plain' } as const

const write = (response: ServerResponse, answer: Answer) => {
  if ('seeOther' in answer) return response.writeHead(303, { ...securityHeaders, location: answer.seeOther }).end()
  const headers = { ...securityHeaders, 'content-type': `${types[answer.type]}; charset=utf-8` }
  return response.writeHead(answer.status, headers).end(answer.body)
}

const readAsked = async (request: IncomingMessage): Promise<Asked | undefined> => {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  const isPost = request.method === 'POST'
  const form = isPost ? await readForm(request) : new URLSearchParams()
  return form && { method: isPost ? 'POST' : 'GET', path, query: new URLSearchParams(query), form }
}

const handle = async ({ answer, live }: Serving, request: IncomingMessage, response: ServerResponse) => {
  const refusal = refusalOf(request.method ?? '', request.headers, request.socket.localPort ?? 0)
  if (refusal) {
    response.setHeader('connection', 'close') // whatever it wanted to say is not read
    return write(response, sentence(refusal.status, refusal.because))
  }
  const asked = await readAsked(request)
  if (asked === undefined) {
    response.setHeader('connection', 'close')
    return write(response, sentence(413, 'That is longer than any form of the board.'))
  }
  if (request.method === 'GET' && asked.path === '/live') return live.watch(response)
  return write(response, (await answer(asked)) ?? sentence(404, 'The board has no such page.'))
}

/** Every request to the board: let in or refused, answered, and never the end of the board. */
export const createListener = (serving: Serving) => (request: IncomingMessage, response: ServerResponse) => {
  handle(serving, request, response).catch((error: unknown) => {
    if (response.destroyed) return // the caller left
    serving.print(`board: ${request.method} failed (${error instanceof Error ? error.name : 'a fault'})`)
    if (response.headersSent) response.destroy()
    else write(response, sentence(500, 'The board could not read what it shows. Is everything still running?'))
  })
}
