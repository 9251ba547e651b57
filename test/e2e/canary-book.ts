import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { formsOf } from './canary-forms.ts'

/** Fields of a request and of its parameters that name nobody and say nothing. */
const impersonal = ['notificationId', 'template', 'locale', 'timeZone', 'sendAfter', 'expiresAt', 'currency', 'level']

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return value > 99_999 ? [String(value)] : [] // fewer digits stand anywhere
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  return typeof value === 'object' && value !== null ? personalWordsOf(value) : []
}

/** What a request says that nobody but the recipient may read: number, parameters, and whatever else a requester puts in. */
export const personalWordsOf = (request: object): string[] =>
  Object.entries(request).flatMap(([field, value]) => (impersonal.includes(field) ? [] : wordsIn(value)))

/** The words that were put in during a run, kept in a file, since each test file has a process of its own. */
export const canaryBook = (file: string) => ({
  file,
  open: () => {
    mkdirSync(dirname(file), { recursive: true })
    rmSync(file, { force: true })
  },
  close: () => rmSync(file, { force: true }),
  remember: (...words: readonly string[]) => {
    for (const word of words) formsOf(word) // which refuses what could not be told from anything else
    appendFileSync(file, words.map((word) => `${JSON.stringify(word)}\n`).join(''))
  },
  words: (): ReadonlySet<string> =>
    new Set(
      (existsSync(file) ? readFileSync(file, 'utf8') : '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): string => JSON.parse(line)),
    ),
})
