import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { type Preview, previewOf } from '../../../commands/template/preview-of.ts'
import { sentenceOf } from '../../../functions/notification/problem.ts'
import type { Slot } from '../../../functions/template/slot.ts'
import type { TemplateVersion } from '../../../functions/template/template.ts'
import { partsInWords } from '../../../functions/text/parts-in-words.ts'
import type { PriceEntry } from '../../../infra/read-prices.ts'
import { type Html, html } from '../server/html.ts'
import { type Draft, parametersOf, slotField } from './draft.ts'
import { mostInBurst } from './requests-of.ts'

const options = (of: readonly string[], chosen: string) =>
  of.map((one) => html`<option${one === chosen && html` selected`}>${one}</option>`)

const inputTypes: Readonly<Partial<Record<Slot['type'], string>>> = { url: 'url' }

const typeOf = (slot: Slot): string => {
  if ((slot.type === 'date' || slot.type === 'time') && slot.zone === undefined) return slot.type
  return inputTypes[slot.type] ?? 'text'
}

const showSlot = (name: string, slot: Slot, typed: string) => html`
  <div class="field">
    <label for="slot-${name}">${name}</label>
    ${
      slot.type === 'enum'
        ? html`<select id="slot-${name}" name="${slotField(name)}">${options(Object.keys(slot.values), typed)}</select>`
        : html`<input id="slot-${name}" name="${slotField(name)}" type="${typeOf(slot)}" value="${typed}" autocomplete="off" required>`
    }
  </div>`

const showFields = ({ template, to, locale, typed }: Draft, names: readonly string[]) => html`
  <div class="fields">
    <div class="field wide">
      <label for="template">Template</label>
      <select id="template" name="template" aria-describedby="described" data-redraws>${options(names, template.name)}</select>
      <p id="described" class="note">${template.description}</p>
    </div>
    <div class="field">
      <label for="to">To</label>
      <input id="to" name="to" type="tel" value="${to}" autocomplete="off" required>
    </div>
    <div class="field">
      <label for="locale">Locale</label>
      <select id="locale" name="locale">${options(Object.keys(template.texts), locale)}</select>
    </div>
    ${Object.entries(template.slots).map(([name, slot]) => showSlot(name, slot, typed[name] ?? ''))}
    <input type="hidden" name="filled" value="${template.name}">
  </div>`

const countryOf = (to: string) => parsePhoneNumberFromString(to)?.country

const showPrices = ({ prices }: Preview, to: string) => {
  const country = countryOf(to)
  const there = prices.filter((price) => price.country === country)
  if (there.length === 0) return html`Price ${country ? html`in ${country}` : ''} unknown.`
  return html`In ${country}: ${there.map(({ carrier, usd }) => `${carrier} ${usd.toFixed(5)} USD`).join(', ')}.`
}

/** What the person would read, and what it takes; or all that is wrong with it. */
export const showPreview = (draft: Draft, prices: readonly PriceEntry[]): Html => {
  const preview = previewOf(draft.template, parametersOf(draft), prices, draft.locale)
  if (!preview.ok) return html`<div id="preview" data-typed><p class="wrong">${sentenceOf(preview.problems)}</p></div>`
  const { split, encoding, parts, units } = preview
  return html`<div id="preview" data-typed>
    ${split.map((part) => html`<p class="bubble">${part}</p>`)}
    <p class="note">${partsInWords(parts)}, ${units} units of ${encoding}. ${showPrices(preview, draft.to)}</p>
  </div>`
}

/** The form to send one text, or many. */
export const showSending = (
  draft: Draft | undefined,
  templates: readonly TemplateVersion[],
  prices: readonly PriceEntry[],
): Html => {
  if (draft === undefined) return html`<div id="sending" class="card"><p class="note">No template was approved yet.</p></div>`
  return html`<div id="sending" class="card">
    <form method="post" action="/send" class="sending" data-previews>
      ${showFields(
        draft,
        templates.map(({ name }) => name),
      )}
      <div class="next">
        <h3>Preview</h3>
        ${showPreview(draft, prices)}
        <div class="buttons">
          <button id="send">Send</button>
          <span class="burst">
            <label for="count">or a burst of</label>
            <input id="count" name="count" type="number" min="2" max="${mostInBurst}" value="30" aria-describedby="burst-to" required>
            <button id="burst" formaction="/burst" class="quiet">Send<span class="unseen"> a burst</span></button>
          </span>
          <button id="show" formaction="/preview" formnovalidate class="quiet scriptless">Show</button>
        </div>
        <p id="burst-to" class="note">A burst goes to as many fictional numbers, +1 617 555 0100 and on.</p>
      </div>
    </form>
  </div>`
}
