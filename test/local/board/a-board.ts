import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { Around } from '../../../commands/timeline/read-around.ts'
import type { Notification, Person } from '../../../functions/notification/notification.ts'
import type { NotificationRequest } from '../../../functions/request/notification-request.ts'
import type { Drain } from '../../../functions/steering/drain.ts'
import type { TemplateVersion } from '../../../functions/template/template.ts'
import { startBoard } from '../../../local/board/board.ts'
import type { Reach } from '../../../local/board/reach.ts'
import { aTemplate } from '../../builders/a-template.ts'
import { aNetwork } from '../carrier-network/a-network.ts'

interface Kept {
  readonly notifications?: readonly Notification[]
  readonly person?: Person
  readonly around?: Partial<Around>
  /** Ids by number. */
  readonly ofNumber?: Readonly<Record<string, readonly string[]>>
  readonly templates?: readonly TemplateVersion[]
  readonly drains?: readonly Drain[]
}

interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** By node:http, which sends the headers it is told, also those that a browser would not let a page choose. */
const asking =
  (url: string) =>
  (path: string, { method = 'GET', headers = {}, body }: Sent = {}) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      request(new URL(path, url), { method, headers, agent: false }, resolve).on('error', reject).end(body)
    })

/** A board over a real carrier network, and records that hold what the test says; both end with the test. */
export const aBoard = async ({
  notifications = [],
  person,
  around = {},
  ofNumber = {},
  templates = [aTemplate()],
  drains = [],
}: Kept = {}) => {
  const network = await aNetwork()
  const requested: NotificationRequest[] = []
  const printed: string[] = []
  const reach: Reach = {
    network,
    find: async (id) => notifications.find(({ notificationId }) => notificationId === id),
    person: async () => person,
    ofNumber: async function* (number) {
      yield* ofNumber[number] ?? []
    },
    around: async () => ({ receipts: [], execution: undefined, reveals: [], ...around }),
    templates: async () => templates,
    drains: async () => drains,
    request: async (requests) => void requested.push(...requests),
  }
  const board = await startBoard({ port: 0, reach, print: (line) => void printed.push(line) })
  onTestFinished(board.stop)
  const ask = asking(board.url)
  const read = async (path: string) => text(await ask(path))
  /** As the board's own page does. */
  const post = async (path: string, fields: Readonly<Record<string, string>> = {}, headers: Sent['headers'] = {}) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: board.url, ...headers }
    const response = await ask(path, { method: 'POST', headers: form, body: new URLSearchParams(fields).toString() })
    return { status: response.statusCode, location: response.headers.location, said: await text(response) }
  }
  return { ...board, network, requested, printed, ask, read, post }
}
