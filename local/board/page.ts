import { NotificationId } from '../../functions/notification/notification.ts'
import { isInForce } from '../../functions/steering/carriers-now.ts'
import type { PriceEntry } from '../../infra/read-prices.ts'
import type { Tally } from './carriers/figures.ts'
import { type Steered, showCarrier, showMovingCarrier } from './carriers/show-carrier.ts'
import type { Book } from './notifications/book.ts'
import { Filter, filtered } from './notifications/filter.ts'
import { showFilter, showList } from './notifications/show-list.ts'
import { openedBy, showNothingOpened, showOpened } from './notifications/show-opened.ts'
import { phonesOf } from './phones/phones-of.ts'
import { showPhones } from './phones/show-phones.ts'
import type { Reach } from './reach.ts'
import { draftOf } from './sending/draft.ts'
import { showSending } from './sending/show-sending.ts'
import { type Html, html } from './server/html.ts'

/** All that a page is made of. */
export interface Sources {
  readonly reach: Reach
  readonly book: Book
  readonly tally: Tally
  readonly prices: readonly PriceEntry[]
  readonly now: () => Date
}

/** The parts of the page that change by themselves. */
interface Moving {
  readonly phones: Html
  readonly list: Html
  readonly opened: Html
  readonly carriers: readonly Steered[]
}

const hrefIn = (query: URLSearchParams) => (id: string) => {
  const asked = new URLSearchParams(query)
  asked.delete('said')
  asked.set('open', id)
  return `/?${asked}`
}

/** The carriers of the network, with what operators say of each. */
const steeredIn = async ({ reach, now }: Sources): Promise<Steered[]> => {
  const [carriers, drains] = await Promise.all([reach.network.carriers(), reach.drains()])
  const holding = drains.filter((drain) => isInForce(drain, now()))
  return carriers.map((one) => ({ ...one, drains: holding.filter(({ carrier }) => carrier === one.carrier) }))
}

const movingParts = async (sources: Sources, query: URLSearchParams): Promise<Moving> => {
  const { reach, book } = sources
  const open = NotificationId.safeParse(query.get('open')).data
  const [messages, carriers, lines, opened] = await Promise.all([
    reach.network.messages(),
    steeredIn(sources),
    filtered(reach, book, Filter.parse(Object.fromEntries(query))),
    open === undefined ? undefined : openedBy(reach, open),
  ])
  return {
    phones: showPhones(phonesOf(messages)),
    list: showList(lines, open, hrefIn(query)),
    opened: open === undefined ? showNothingOpened() : showOpened(open, opened),
    carriers,
  }
}

/** Only what changes by itself, for the script to put in its place. */
export const renderMoving = async (sources: Sources, query: URLSearchParams): Promise<string> => {
  const { phones, list, opened, carriers } = await movingParts(sources, query)
  const { tally, now } = sources
  const moving = carriers.map((steered) => showMovingCarrier(steered, tally, now()))
  return html`${phones}${list}${opened}${moving}`.toString()
}

const showBody = (
  sending: Html,
  { phones, list, opened, carriers }: Moving,
  { tally, now }: Sources,
  query: URLSearchParams,
) => html`
  <main>
    <section class="send" aria-labelledby="send-title"><h2 id="send-title">Send</h2>${sending}</section>
    <section class="phones" aria-labelledby="phones-title">
      <h2 id="phones-title">Phones</h2>
      <div class="shelf" role="group" aria-labelledby="phones-title" tabindex="0">${phones}</div>
    </section>
    <section class="notifications" aria-labelledby="notifications-title">
      <h2 id="notifications-title" tabindex="-1">Notifications</h2>
      ${showFilter(Filter.parse(Object.fromEntries(query)))}
      ${list}${opened}
    </section>
    <section class="carriers" aria-labelledby="carriers-title"><h2 id="carriers-title">Carriers</h2>
      ${carriers.map((steered) => showCarrier(steered, tally, now()))}
    </section>
  </main>`

/**
 * The whole board.
 * @param query what is opened, filtered and typed: the address alone says what a page shows
 * @param saying what became of what somebody did
 */
export const renderPage = async (sources: Sources, query: URLSearchParams, saying: string): Promise<string> => {
  const [moving, templates] = await Promise.all([movingParts(sources, query), sources.reach.templates()])
  const sending = showSending(draftOf(query, templates), templates, sources.prices)
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Heliograph board</title>
  <link rel="icon" href="/icon.svg">
  <link rel="stylesheet" href="/board.css">
  <script src="/board.js" type="module"></script>
</head>
<body>
  <a class="skip" href="#notifications-title">To the notifications</a>
  <header>
    <h1><img src="/icon.svg" alt="" width="28" height="28"> Heliograph</h1>
    <p id="said" role="status">${saying}</p>
    <button id="pause" type="button" aria-pressed="false" hidden>Pause</button>
  </header>
  ${showBody(sending, moving, sources, query)}
</body>
</html>
`.toString()
}
