import { NotificationId } from '../../functions/notification/notification.ts'
import { drainsNow } from '../../functions/steering/drain-and-restore.ts'
import type { PriceEntry } from '../../infra/read-prices.ts'
import type { Tally } from './carriers/figures.ts'
import { type Steered, showMovingCarrier } from './carriers/show-carrier.ts'
import type { Book } from './notifications/book.ts'
import { Filter, filtered } from './notifications/filter.ts'
import { showList } from './notifications/show-list.ts'
import { openedBy, showNothingOpened, showOpened } from './notifications/show-opened.ts'
import { phonesOf } from './phones/phones-of.ts'
import { showPhones } from './phones/show-phones.ts'
import type { Reach } from './reach.ts'
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
export interface Moving {
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
  const holding = drainsNow(drains, now())
  return carriers.map((one) => ({ ...one, drains: holding.filter(({ carrier }) => carrier === one.carrier) }))
}

/** @param query what is opened and filtered */
export const movingParts = async (sources: Sources, query: URLSearchParams): Promise<Moving> => {
  const { reach, book, now } = sources
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
    opened: open === undefined ? showNothingOpened() : showOpened(open, opened, now()),
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
