/** One way in which a word can be written down. */
export interface Form {
  readonly name: string
  /** In lower case, but where case tells it apart. */
  readonly text: string
  /** Base64 tells upper from lower case. */
  readonly exact: boolean
  /** Few digits stand in many hashes and times: they count only where no further digit or hexadecimal letter touches them. */
  readonly alone: boolean
}

const escapedAs = (text: string, write: (unit: number) => string) =>
  Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at))).join('')

const hexOf = (unit: number, digits: number) => unit.toString(16).padStart(digits, '0')

/** What stays the same in Base64 whatever stands before and after: three ways, by where the text begins among three bytes. */
const base64Forms = (text: string) =>
  [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
    const [start, end] = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)]
    const stable = bytes.toString('base64').slice(start, end)
    return [...new Set([stable, stable.replaceAll('+', '-').replaceAll('/', '_')])]
  })

const encoded = (text: string): readonly (readonly [string, string])[] => [
  ['URL-encoded', encodeURIComponent(text)],
  ['form-encoded', new URLSearchParams({ text }).toString().slice('text='.length)],
  ['URL-encoded throughout', [...Buffer.from(text)].map((byte) => `%${hexOf(byte, 2)}`).join('')],
  ['JSON-escaped', escapedAs(text, (unit) => (unit < 127 ? String.fromCharCode(unit) : `\\u${hexOf(unit, 4)}`))],
  ['JSON-escaped throughout', escapedAs(text, (unit) => `\\u${hexOf(unit, 4)}`)],
  ['as XML entities', escapedAs(text, (unit) => `&#${unit};`)],
  ['hexadecimal', Buffer.from(text).toString('hex')],
]

const formsOfCore = (name: string, text: string, alone: boolean): Form[] => {
  const plain = { name, text: text.toLowerCase(), exact: false, alone }
  const others = encoded(text)
    .map(([how, written]) => ({ name: `${name}, ${how}`, text: written.toLowerCase(), exact: false, alone: false }))
    .filter((form) => form.text !== plain.text)
  const base64 = base64Forms(text).map((written) => ({ name: `${name}, Base64`, text: written, exact: true, alone: false }))
  return [plain, ...others, ...base64]
}

const isNumber = (word: string) => /^\+\d{11,15}$/.test(word)
const isDigits = (word: string) => /^\d+$/.test(word)

/**
 * All forms in which a word counts as found.
 * @param word a number in E.164, a code, or any text that stands nowhere else; at least six characters, since fewer stand anywhere
 */
export const formsOf = (word: string): readonly Form[] => {
  if (word.length < 6) throw new Error(`"${word}" is too short to be told from anything else: take an unmistakable word.`)
  if (!isNumber(word)) return formsOfCore(isDigits(word) ? 'the digits' : 'the words', word, isDigits(word))
  const national = word.slice(-10)
  return [
    ...formsOfCore('the number', national, false),
    ...formsOfCore('its last seven digits', word.slice(-7), true),
    { name: 'the number backwards', text: [...national].reverse().join(''), exact: false, alone: false },
  ]
}
