import fc from 'fast-check'
import { holdsHiddenCharacter } from '../../../functions/template/holds-hidden-character.ts'
import { holdsLink } from '../../../functions/template/holds-link.ts'
import type { Slot } from '../../../functions/template/slot.ts'
import { septets } from '../../../functions/text/gsm-03-38.ts'

export interface SlotWithValue {
  readonly slot: Slot
  /** one that is legal */
  readonly value: unknown
}

const shown = (words: string) => words.trim() !== '' && !holdsHiddenCharacter(words) && !holdsLink(words)

const words = (characters: 'any' | 'gsm' | 'identifier', unit: fc.Arbitrary<string>) =>
  fc.record({
    slot: fc.constant<Slot>({ type: 'text', maxLength: 40, characters, example: 'Ada' }),
    value: fc.string({ unit, minLength: 1, maxLength: 20 }).filter(shown),
  })

const letters = 'ABCXYZabcxyz0123456789 -_/#'

const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const told = (slot: Slot, part: (written: string) => string): fc.Arbitrary<SlotWithValue> =>
  day.map((written) => ({ slot, value: part(written) }))

const inOthers = (word: string) => ({ de: word, el: word, fr: word, sv: word })

/** A slot of any type with a legal value for it. */
export const anySlot: fc.Arbitrary<SlotWithValue> = fc.oneof(
  words('any', fc.constantFrom('a', 'é', 'ë', '字', '😀', '’', '€')),
  words('gsm', fc.constantFrom(...septets.keys())),
  words('identifier', fc.constantFrom(...letters)),
  fc
    .stringMatching(/^[0-9]{6}$/)
    .map((value): SlotWithValue => ({ slot: { type: 'code', length: 6, example: '042817' }, value })),
  fc
    .integer({ min: -500, max: 90_000 })
    .map(
      (value): SlotWithValue => ({
        slot: { type: 'number', min: -500, max: 90_000, decimals: 1, example: 1 },
        value: value < 0 ? value : value - (value % 10) / 10,
      }),
    )
    .filter(({ value }) => Number(Number(value).toFixed(1)) === value),
  fc.tuple(fc.nat(5_000_000), fc.constantFrom('EUR', 'JPY', 'KWD', 'HUF')).map(
    ([minorUnits, currency]): SlotWithValue => ({
      slot: {
        type: 'money',
        currencies: ['EUR', 'JPY', 'KWD', 'HUF'],
        maxMinorUnits: 5_000_000,
        example: { minorUnits: 1, currency: 'EUR' },
      },
      value: { minorUnits, currency },
    }),
  ),
  told({ type: 'date', example: '2026-11-24' }, (written) => written.slice(0, 10)),
  told({ type: 'time', example: '14:00' }, (written) => written.slice(11, 16)),
  told({ type: 'date-time', zone: 'Europe/Berlin', example: '2026-11-24T13:00:00Z' }, (written) => written),
  fc.webPath().map(
    (path): SlotWithValue => ({
      slot: { type: 'url', hosts: ['shop.example'], maxLength: 500, example: 'https://shop.example' },
      value: `https://shop.example${path.replaceAll(/[~[\]]/g, '').slice(0, 300)}`,
    }),
  ),
  fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom('a', '€', '…', '’', '字', '😀', 'it’s '), fc.integer({ min: 1, max: 30 })), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.nat(3),
    )
    .map(([words, chosen]): SlotWithValue => {
      const values = Object.fromEntries(
        words.map(([word, times], at) => [`w${at}`, { en: word.repeat(times).trim(), ...inOthers(word.repeat(times).trim()) }]),
      )
      return { slot: { type: 'enum', values, example: 'w0' }, value: `w${chosen % words.length}` }
    }),
  fc.constantFrom('gold', 'silver').map(
    (value): SlotWithValue => ({
      slot: {
        type: 'enum',
        values: {
          gold: { en: 'Gold', de: 'Gold', el: 'Χρυσή', fr: 'Or', sv: 'Guld' },
          silver: { en: 'Silver', de: 'Silber', el: 'Αργυρή', fr: 'Argent', sv: 'Silver' },
        },
        example: 'gold',
      },
      value,
    }),
  ),
)
