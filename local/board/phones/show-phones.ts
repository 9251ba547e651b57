import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { partsInWords } from '../../../functions/text/parts-in-words.ts'
import { type Html, html } from '../server/html.ts'
import { showTime } from '../show-time.ts'
import type { Phone, PhoneText } from './phones-of.ts'

/** As people write it, e.g. "+1 415 555 0123". */
const written = (number: string) => parsePhoneNumberFromString(number)?.formatInternational() ?? number

const showText = ({ carrier, from, text, parts, at }: PhoneText) => html`
  <li>
    <p class="from">${from}</p>
    <p class="bubble">${text}</p>
    <p class="note">${showTime(new Date(at))} by ${carrier}, ${partsInWords(parts)}</p>
  </li>`

const showPhone = ({ number, texts, more }: Phone) => html`
  <article class="phone" aria-label="Phone ${number}">
    <div class="screen">
      <h3>${written(number)}</h3>
      <ol>${texts.map(showText)}</ol>
      ${more > 0 && html`<p class="note more">and ${more} earlier</p>`}
    </div>
  </article>`

export const showPhones = (phones: readonly Phone[]): Html => html`
  <div id="phones" data-live>
    ${phones.length === 0 && html`<p class="card note">No phone has received anything yet.</p>`}
    ${phones.map(showPhone)}
  </div>`
