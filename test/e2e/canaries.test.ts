import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCanaries, isExpected, told } from './canaries.ts'
import { personalWordsOf } from './canary-book.ts'

const number = '+16465550107'
const code = '073915'
const name = 'Zaunkönig & Söhne'

const found = (text: string, words: readonly string[] = [number, code, name]) =>
  new Set(findCanaries(words, [{ place: 'log', name: 'any', text }]).map(({ word }) => word))

const unicode = (text: string) => [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const percent = (text: string) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('')
const entities = (text: string) => [...text].map((letter) => `&#${letter.charCodeAt(0)};`).join('')

describe.each([
  ['a number', number],
  ['a code', code],
  ['words', name],
])('the search finds %s', (_what, word) => {
  it.each([
    ['as it is', word],
    ['in other letters', word.toUpperCase()],
    ['in JSON', JSON.stringify({ word })],
    ['in JSON in JSON', JSON.stringify(JSON.stringify({ word: JSON.stringify(word) }))],
    ['JSON-escaped throughout', unicode(word)],
    ['JSON-escaped throughout, in JSON', JSON.stringify(unicode(word))],
    ['URL-encoded', `?q=${encodeURIComponent(word)}&x=1`],
    ['URL-encoded twice', encodeURIComponent(encodeURIComponent(word))],
    ['form-encoded', new URLSearchParams({ word }).toString()],
    ['URL-encoded throughout', percent(word)],
    ['as XML entities', entities(word)],
    ['hexadecimal', Buffer.from(word).toString('hex')],
    ['in Base64 for URLs', Buffer.from(`x${word}`).toString('base64url')],
    ['in gzip in Base64, as log lines reach a function', gzipSync(JSON.stringify({ word })).toString('base64')],
  ])('%s', (_how, text) => {
    expect(found(`before ${text} after`)).toEqual(new Set([word]))
  })

  it('in Base64, wherever it begins among three bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (before, after) => {
        expect(found(Buffer.from(`${before} ${word} ${after}`).toString('base64'))).toContain(word)
      }),
    )
  })
})

it.each([
  '646 555 0107',
  '(646) 555-0107',
  '1.646.555.0107',
  '64 65 55 01 07',
  '…5550107',
  '555-0107',
  'k5550107',
  '7010555646',
  Buffer.from('5550107').toString('base64'),
])('the search finds a number written as %s', (text) => {
  expect(found(`told ${text}, once`)).toEqual(new Set([number]))
})

it.each(['07-39-15', '073 915', 'c:073915'])('the search finds a code written as %s', (text) => {
  expect(found(text)).toEqual(new Set([code]))
})

it.each(['5f0739150e', '2026-11-22T18:00:12.073915Z', '15550107', '5550107a', '1664655501', 'Zaunkönig'])(
  'the search does not mind %s, which has digits or letters of its own',
  (text) => {
    expect(found(text)).toEqual(new Set())
  },
)

it('the search refuses a word that stands anywhere', () => {
  expect(() => found('', ['4711'])).toThrow('take an unmistakable word')
})

it('a finding is expected only in a place that docs/security.md names', () => {
  const [inLog, inPerson] = ['log', 'person'].flatMap((place) => findCanaries([code], [{ place, name: 'any', text: code }]))
  expect([inLog, inPerson].map((finding) => finding && isExpected(finding))).toEqual([false, true])
  expect(told([inLog, inLog].flatMap((finding) => finding ?? []))).toBe(`log any: the digits, e.g. of ${code} and 1 more`)
})

it('everything that a requester says about a person is put into the search, and nothing else', () => {
  const request = {
    notificationId: 'a-1',
    to: number,
    template: 'order-shipped',
    locale: 'en',
    params: { a: code, b: [name] },
    more: 'andere Worte',
  }
  expect(personalWordsOf(request)).toEqual([number, code, name, 'andere Worte'])
})
