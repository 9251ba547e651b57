/** Markup that is safe to show: made by `html` alone. */
class Html {
  readonly #markup: string
  constructor(markup: string) {
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }
}

export type { Html }

export type Shown = Html | string | number | false | undefined | readonly Shown[]

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const markupOf = (shown: Shown): string => {
  if (shown === undefined || shown === false) return ''
  if (shown instanceof Html) return shown.toString()
  if (typeof shown === 'object') return shown.map(markupOf).join('')
  return String(shown).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** Markup with what is shown in it: everything is escaped but other markup of ours, also within quoted attributes. */
export const html = (strings: TemplateStringsArray, ...shown: readonly Shown[]): Html =>
  new Html(String.raw({ raw: strings }, ...shown.map(markupOf)))
