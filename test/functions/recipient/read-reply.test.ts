import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReply } from '../../../functions/recipient/read-reply.ts'

const stops = [
  ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE'],
  ...['REMOVE', 'OPT OUT', 'OPT-OUT', 'OPTOUT', 'ARRET', 'TD'],
]
const words = [...stops.map((word) => [word, 'stop'] as const), ['START', 'start'] as const, ['HELP', 'help'] as const]

const anyCase = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((upper) => [...word].map((letter, at) => (upper[at] ? letter : letter.toLowerCase())).join(''))
const around = fc
  .array(fc.constantFrom(' ', '\n', '\t', '\r\n', '\u00a0', '.', '\u200b', '\u200f', '\u2069'), { maxLength: 4 })
  .map((one) => one.join(''))

describe('a reply', () => {
  it.each(words)('%s asks to %s, in any case, with spaces or a full stop around it', (word, asked) => {
    fc.assert(
      fc.property(around, anyCase(word), around, (before, written, behind) => {
        expect(readReply(before + written + behind)).toBe(asked)
      }),
    )
  })

  it.each(['OPT  OUT', 'opt\nout', 'Opt\tOut.'])('%j is OPT OUT, however far apart', (text) => {
    expect(readReply(text)).toBe('stop')
  })

  it.each([
    'Please stop by at noon',
    'STOP it',
    'do not stop',
    'nonstop',
    'STOPP',
    'STOP!',
    '"STOP"',
    'S T O P',
    'STOP STOP',
    'RESTART',
    'start now',
    'helpless',
    'YES',
    'the end',
    '',
    '.',
    ' ',
    'constructor',
    '__proto__',
  ])('%j asks for nothing', (text) => {
    expect(readReply(text)).toBeUndefined()
  })

  it('with another word in it asks for nothing', () => {
    const other = fc.stringMatching(/^[A-Za-z]{1,12}$/)
    fc.assert(
      fc.property(fc.constantFrom(...words), other, fc.boolean(), ([word], more, first) => {
        fc.pre(!/^(opt|out|all)$/i.test(more))
        expect(readReply(first ? `${more} ${word}` : `${word} ${more}`)).toBeUndefined()
      }),
    )
  })
})
