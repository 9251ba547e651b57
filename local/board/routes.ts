import { CarrierName } from '../../functions/notification/carrier-name.ts'
import { Dials, scriptOf } from './carriers/dials.ts'
import { renderMoving, type Sources } from './moving.ts'
import { renderPage } from './page.ts'
import { said } from './said.ts'
import { type Draft, draftOf } from './sending/draft.ts'
import { burstOf, type Requests, requestOf } from './sending/requests-of.ts'
import { type Answer, type Asked, sentence } from './server/asked.ts'

/** What the answers need beside what a page shows. */
export interface Workings extends Sources {
  /** A name for a notification or a burst that nobody used before, e.g. "board-3f9a2c81". */
  readonly newId: () => string
  /** Something changed. */
  readonly tell: () => void
}

const page = (status: number, body: string): Answer => ({ status, type: 'html', body })

const show = async (board: Workings, { query }: Asked) => page(200, await renderPage(board, query, said(query.get('said'))))

const showMoving = async (board: Workings, { query }: Asked) => page(200, await renderMoving(board, query))

/** Number and parameters stay out of the address, which a browser remembers. */
const afterwards = ({ template, locale }: Draft, more: Readonly<Record<string, string>>): Answer => ({
  seeOther: `/?${new URLSearchParams({ template: template.name, locale, ...more })}`,
})

/** The page with what was typed, for a browser without the script; posted, as it would else stand in the address. */
const preview = async (board: Workings, { form }: Asked) => page(200, await renderPage(board, form, ''))

const send =
  (word: 'sent' | 'burst', requestsOf: (draft: Draft, form: URLSearchParams, id: string) => Requests) =>
  async (board: Workings, { form }: Asked): Promise<Answer> => {
    const draft = draftOf(form, await board.reach.templates())
    if (draft === undefined) return sentence(409, 'No template was approved yet.')
    const asked = requestsOf(draft, form, board.newId())
    if (!asked.ok) return page(422, await renderPage(board, form, asked.because))
    await board.reach.request(asked.requests)
    const { name, kind, version } = draft.template
    for (const { notificationId } of asked.requests) board.book.asked(notificationId, kind, `${name}@${version}`)
    return afterwards(draft, { said: word, open: asked.requests[0].notificationId })
  }

/** Does something to the carrier that the path names. */
const onCarrier =
  (work: (board: Workings, carrier: CarrierName, form: URLSearchParams) => Promise<Answer>) =>
  async (board: Workings, { path, form }: Asked): Promise<Answer> => {
    const carrier = CarrierName.safeParse(path.split('/')[2])
    return carrier.success ? work(board, carrier.data, form) : sentence(404, 'There is no such carrier.')
  }

const scriptNow = async ({ reach }: Workings, carrier: CarrierName) =>
  (await reach.network.carriers()).find((one) => one.carrier === carrier)?.script

/** A carrier that is out stays out. */
const setDials = onCarrier(async (board, carrier, form) => {
  const dials = Dials.safeParse(Object.fromEntries(form))
  if (!dials.success) return page(422, await renderPage(board, new URLSearchParams(), 'These dials cannot be set so.'))
  const down = (await scriptNow(board, carrier))?.down
  await board.reach.network.scriptCarrier(carrier, { ...scriptOf(carrier, dials.data), down })
  return { seeOther: '/?said=set' }
})

/** The dials stay as they are: once it is back, it behaves as before. */
const switchOutage = onCarrier(async (board, carrier, form) => {
  const down = form.get('down') === 'yes'
  await board.reach.network.scriptCarrier(carrier, { ...(await scriptNow(board, carrier)), down })
  return { seeOther: `/?said=${down ? 'down' : 'up'}` }
})

const reset = onCarrier(async ({ reach }, carrier) => {
  await reach.network.resetCarrier(carrier)
  return { seeOther: '/?said=reset' }
})

type Route = (board: Workings, asked: Asked) => Promise<Answer>

/** By method and pattern. What changes anything is posted. */
const routes: Readonly<Record<string, Route>> = {
  'GET /': show,
  'GET /moving': showMoving,
  'POST /preview': preview,
  'POST /send': send('sent', (draft, _form, id) => requestOf(draft, id)),
  'POST /burst': send('burst', (draft, form, id) => burstOf(draft, form.get('count'), id)),
  'POST /carriers/:carrier': setDials,
  'POST /carriers/:carrier/outage': switchOutage,
  'POST /carriers/:carrier/reset': reset,
}

/** @returns undefined where there is nothing of that name */
export const answerBy =
  (board: Workings) =>
  async (asked: Asked): Promise<Answer | undefined> => {
    const pattern = `${asked.method} ${asked.path.replace(/^\/carriers\/[^/]+/, '/carriers/:carrier')}`
    const route = Object.hasOwn(routes, pattern) ? routes[pattern] : undefined
    const answer = await route?.(board, asked)
    if (asked.method === 'POST') board.tell()
    return answer
  }
