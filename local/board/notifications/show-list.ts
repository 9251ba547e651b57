import { kinds } from '../../../functions/notification/kinds.ts'
import { type Html, html } from '../server/html.ts'
import type { Listed } from './book.ts'
import { ends, type Filter } from './filter.ts'

/** How a state looks, beside its word. */
export const looksOf = (state: string): 'good' | 'calm' | 'bad' | 'under-way' => {
  if (['delivered', 'accepted'].includes(state)) return 'good'
  if (['cancelled', 'suppressed'].includes(state)) return 'calm'
  return ['requested', 'sent', 'held'].includes(state) ? 'under-way' : 'bad'
}

const chosen = (name: keyof Filter, label: string, of: readonly string[], value: string | undefined) => html`
  <div class="field">
    <label for="filter-${name}">${label}</label>
    <select id="filter-${name}" name="${name}"><option value="">any</option>${of.map((one) => html`<option${one === value && html` selected`}>${one}</option>`)}</select>
  </div>`

export const showFilter = ({ kind, outcome, number }: Filter): Html => html`
  <form method="get" action="/" class="filter" role="search" aria-label="Filter notifications" data-filters>
    ${chosen('kind', 'Kind', kinds, kind)}
    ${chosen('outcome', 'Outcome', ends, outcome)}
    <div class="field">
      <label for="filter-number">Number</label>
      <input id="filter-number" name="number" type="search" inputmode="tel" value="${number}" placeholder="+14155550123" autocomplete="off">
    </div>
    <button id="filter" class="quiet">Filter</button>
  </form>`

/** @param hrefOf where a notification is opened */
const showLine = (line: Listed, isOpen: boolean, hrefOf: (id: string) => string) => {
  const { notificationId, kind, template, carrier, state, seconds, reason } = line
  const facts = [kind, template, carrier && `by ${carrier}`, reason]
  return html`<li><a id="n-${notificationId}" href="${hrefOf(notificationId)}" data-opens${isOpen && html` aria-current="true"`}>
    <span class="id">${notificationId}</span> <span class="badge ${looksOf(state)}">${state}</span>
    <span class="note">${facts.filter(Boolean).join(' · ')}</span>${seconds !== undefined && html` <span class="seconds">${seconds.toFixed(1)} s</span>`}</a></li>`
}

export const showList = (lines: readonly Listed[], open: string | undefined, hrefOf: (id: string) => string): Html => html`
  <div id="list" class="card" data-live>
    ${lines.length === 0 && html`<p class="note">Nothing to show: send one, or filter less.</p>`}
    <ol>${lines.map((line) => showLine(line, line.notificationId === open, hrefOf))}</ol>
  </div>`
