import { type Html, html } from '../server/html.ts'
import { answers, type Dials, receipts } from './dials.ts'

const words: Readonly<Record<(typeof answers)[number] | (typeof receipts)[number], string>> = {
  accept: 'accepts',
  refuse: 'refuses',
  throttle: 'throttles',
  'server-error': 'says that it broke',
  hang: 'never answers',
  reset: 'hangs up',
  delivered: 'delivered',
  undelivered: 'undelivered',
  silence: 'none (silence)',
}

const choice = (id: string, label: string, of: readonly (keyof typeof words)[], chosen: string) => html`
  <div class="choice">
    <label for="${id}">${label}</label>
    <select id="${id}" name="${id.split('-')[1]}">${of.map((one) => html`<option value="${one}"${one === chosen && html` selected`}>${words[one]}</option>`)}</select>
  </div>`

interface Scale {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly unit: 's' | '×'
}

const time: Scale = { min: 0, max: 20_000, step: 100, unit: 's' }
const copies: Scale = { min: 1, max: 5, step: 1, unit: '×' }

const dial = (id: string, label: string, value: number, { min, max, step, unit }: Scale) => html`
  <div class="dial">
    <label for="${id}">${label}</label>
    <output for="${id}">${unit === 's' ? (value / 1000).toFixed(1) : value} ${unit}</output>
    <input id="${id}" name="${id.split('-')[1]}" type="range" min="${min}" max="${Math.max(max, value)}" step="${step}" value="${value}" data-unit="${unit}">
  </div>`

/** How the carrier behaves; with a script each dial acts as soon as it is turned. */
export const showDials = (carrier: string, { answer, latencyMs, receipt, receiptMs, times, loses }: Dials): Html => html`
  <div id="dials-${carrier}" class="dials" data-live data-kept>
    <form method="post" action="/carriers/${carrier}" aria-label="Dials of ${carrier}" data-dials>
      ${choice(`${carrier}-answer`, 'Answer', answers, answer)}
      ${dial(`${carrier}-latencyMs`, 'Latency', latencyMs, time)}
      ${choice(`${carrier}-receipt`, 'Receipt', receipts, receipt)}
      ${dial(`${carrier}-receiptMs`, 'Receipt comes after', receiptMs, time)}
      ${dial(`${carrier}-times`, 'Copies of each receipt', times, copies)}
      <div class="tick">
        <input id="${carrier}-loses" name="loses" type="checkbox"${loses && html` checked`}>
        <label for="${carrier}-loses">Loses the texts that it accepts</label>
      </div>
      <button class="scriptless">Set<span class="unseen"> ${carrier}</span></button>
    </form>
  </div>`
