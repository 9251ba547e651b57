import fc from 'fast-check'
import { septets } from '../../../functions/text/gsm-03-38.ts'

const runsOf = (...characters: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...characters), fc.nat(90)), { maxLength: 6 })
    .map((runs) => runs.map(([character, times]) => character.repeat(times)).join(''))

/** Texts of runs of the same character, long enough for several parts, with every character that parts are filled by. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  runsOf(...septets.keys()),
  runsOf('a', '€', '['),
  runsOf('a', '€', '字', '😀', '\ud83d', '\ude00', 'e\u0301', '👍🏽'),
  fc.string({ unit: 'binary', maxLength: 200 }),
)
