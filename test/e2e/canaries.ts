import { gunzipSync } from 'node:zlib'
import { type SearchedPlace, searchedPlaces } from '../../docs/personal-data.ts'
import { type Form, formsOf } from './canary-forms.ts'

/** Something that the product wrote down, and where. */
export interface Written {
  /** One in which docs/security.md lets personal data be, or any other, in words, e.g. "log". */
  readonly place: SearchedPlace | (string & {})
  /** e.g. the name of a log group or of an execution */
  readonly name: string
  readonly text: string
}

export interface Finding {
  readonly place: Written['place']
  readonly name: string
  readonly word: string
  readonly form: string
}

const keyLength = 6
type Sought = Form & { readonly word: string }
type Index = ReadonlyMap<string, readonly Sought[]>

const indexOf = (words: Iterable<string>): Index =>
  Map.groupBy(
    [...words].flatMap((word) => formsOf(word).map((form) => ({ ...form, word }))),
    ({ text }) => text.slice(0, keyLength),
  )

const standsAlone = (text: string, at: number, length: number) => {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + length, at + length + 1)]
  return !/[0-9a-f]$/i.test(before) && !/^[0-9a-f]/i.test(after) && !/\d\.$/.test(before) // 12.345678 is a fraction
}

const foundIn = (text: string, index: Index, counts: (form: Sought) => boolean): Sought[] => {
  const found = new Set<Sought>()
  for (let at = 0; at + keyLength <= text.length; at++)
    for (const form of index.get(text.slice(at, at + keyLength)) ?? [])
      if (counts(form) && text.startsWith(form.text, at) && (!form.alone || standsAlone(text, at, form.text.length)))
        found.add(form)
  return [...found]
}

/** What was escaped twice, as JSON in JSON or a URL in a URL, is taken as escaped once. */
const escapedOnce = (text: string) => text.replaceAll(/\\+/g, '\\').replaceAll(/%(25)+/g, '%')

/** "+1 (206) 555-0100" and "20 65 55 01 00" become one run of digits. */
const regrouped = (text: string) => text.replaceAll(/(?<=\d)[\s()./_-]{1,3}(?=\d)/g, '')

/** Texts that lie compressed in a text, as CloudWatch Logs hands its lines to a function: gzip in Base64. */
const compressedIn = (text: string): string[] =>
  [...text.matchAll(/H4sI[A-Za-z0-9+/=]{20,}/g)].flatMap(([run]) => {
    try {
      return [gunzipSync(Buffer.from(run, 'base64')).toString()]
    } catch {
      return [] // it only looked like it
    }
  })

const formsIn = (text: string, index: Index): Sought[] => {
  const lower = escapedOnce(text).toLowerCase()
  return [
    ...foundIn(lower, index, ({ exact }) => !exact),
    ...foundIn(text, index, ({ exact }) => exact),
    ...foundIn(regrouped(lower), index, ({ text }) => /^\d+$/.test(text)),
    ...compressedIn(text).flatMap((inner) => formsIn(inner, index)),
  ]
}

/** Which of these words stand where, in whatever form. */
export const findCanaries = (words: Iterable<string>, written: readonly Written[]): Finding[] => {
  const index = indexOf(words)
  return written.flatMap(({ place, name, text }) => {
    const found = new Map(formsIn(text, index).map(({ word, name: form }) => [`${word} ${form}`, { place, name, word, form }]))
    return [...found.values()]
  })
}

/** Whether `docs/security.md` names the place as one that holds personal data. */
export const isExpected = ({ place }: Finding): boolean => Object.hasOwn(searchedPlaces, place)

/** A line a place and form, with an example and how many more there are. */
export const told = (findings: readonly Finding[]): string =>
  [...Map.groupBy(findings, ({ place, name, form }) => `${place} ${name}: ${form}`)]
    .map(([where, [first, ...more]]) => `${where}, e.g. of ${first?.word}${more.length > 0 ? ` and ${more.length} more` : ''}`)
    .join('\n')
