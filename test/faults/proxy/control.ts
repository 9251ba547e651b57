import type { IncomingMessage, RequestListener } from 'node:http'
import { json } from 'node:stream/consumers'
import type { Door } from '../../../local/carrier-network/door.ts'
import { Fault } from './fault.ts'
import type { FaultBook } from './fault-book.ts'

/** What a test asks of the proxy, which runs in another process than the tests. */
export const createControl = (faults: FaultBook, doors: Readonly<Record<string, Door>>): RequestListener => {
  const answerTo = async (request: IncomingMessage): Promise<unknown> => {
    const [, what, name = ''] = (request.url ?? '').split('/')
    switch (`${request.method} ${what}`) {
      case 'POST faults':
        return { id: faults.add(Fault.parse(await json(request))) }
      case 'DELETE faults':
        return faults.lift(name)
      case 'GET strikes':
        return faults.strikesOf(name)
      case 'DELETE doors':
        return doors[name]?.shut()
      case 'PUT doors':
        return doors[name]?.open()
      default:
        throw new Error(`there is no ${request.method} ${request.url} here`)
    }
  }
  return (request, response) => {
    answerTo(request).then(
      (answer) => response.end(JSON.stringify(answer ?? null)),
      (error: unknown) => response.writeHead(400).end(JSON.stringify({ error: String(error) })),
    )
  }
}
