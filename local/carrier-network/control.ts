import * as z from 'zod'
import type { Reply } from './carrier.ts'
import { PhoneNumber } from './phone-number.ts'
import { Script } from './script.ts'
import type { ScriptBook } from './script-book.ts'
import type { Truth } from './truth.ts'

const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: `${JSON.stringify(value, null, 2)}\n`,
})
const done: Reply = { status: 204, headers: {}, body: '' }
const failed = (status: number, sentence: string) => json(status, { error: sentence })

/** Names every wrong field by its path, e.g. "script.receipts.0.status: …". */
const explain = (error: z.ZodError) =>
  `Wrong fields: ${error.issues.map(({ path, message }) => `${['script', ...path].join('.')}: ${message}`).join('; ')}.`

const WrittenScript = z
  .string()
  .transform((body, context): unknown => {
    try {
      return JSON.parse(body)
    } catch {
      context.addIssue('This is not JSON')
      return z.NEVER
    }
  })
  .pipe(Script)

/** Answers with the script as it was understood. */
const keep = (scripts: Map<string, Script>, name: string, body: string): Reply => {
  const script = WrittenScript.safeParse(body)
  if (!script.success) return failed(400, explain(script.error))
  scripts.set(name, script.data)
  return json(200, script.data)
}

const drop = (scripts: Map<string, Script>, name: string): Reply => {
  scripts.delete(name)
  return done
}

type Route = (name: string, body: string) => Reply

const routesOf = (scripts: ScriptBook, truth: Truth): Readonly<Record<string, Route>> => ({
  'GET /carriers/:name': (name) => json(200, scripts.ofCarrier(name)),
  'PUT /carriers/:name': (name, body) => keep(scripts.carriers, name, body),
  'DELETE /carriers/:name': (name) => drop(scripts.carriers, name),
  'GET /phones/:name': (name) => json(200, scripts.phones.get(name) ?? {}),
  'PUT /phones/:name': (name, body) => keep(scripts.phones, name, body),
  'DELETE /phones/:name': (name) => drop(scripts.phones, name),
  'GET /phones/:name/messages': (name) => json(200, truth.textsOn(name)),
  'GET /messages': () => json(200, truth.messages()),
  'GET /calls': () => json(200, truth.calls()),
  'DELETE /messages': () => {
    truth.forget()
    return done
  },
})

const decode = (segment: string) => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** What a developer or a test asks of the network: scripts and the truth. */
export const createControl = (scripts: ScriptBook, truth: Truth, carriers: readonly string[]) => {
  const routes = routesOf(scripts, truth)
  return (method: string, path: string, body: string): Reply => {
    const [, collection, name = '', ...rest] = path.split('/').map(decode)
    const pattern = ['', collection, ...(name === '' ? [] : [':name']), ...rest].join('/')
    const route = routes[`${method} ${pattern}`]
    if (route === undefined) {
      return failed(404, `There is no ${method} ${path} here; there are ${Object.keys(routes).join(', ')}.`)
    }
    if (collection === 'carriers' && !carriers.includes(name)) {
      return failed(404, `There is no carrier ${name}; there are ${carriers.join(', ')}.`)
    }
    if (collection === 'phones' && !PhoneNumber.safeParse(name).success) {
      return failed(400, `${name} is not a number in E.164, such as +14155550123.`)
    }
    return route(name, body)
  }
}
