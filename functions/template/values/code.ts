import { isShaped } from './is-shaped.ts'
import { judgedString } from './judged.ts'
import { longestOf } from './longest-of.ts'
import type { Rules, SlotOf } from './rules.ts'

/** A one-time code. A string, since the number 0123 has lost its zero before it comes. */
export const code: Rules<SlotOf<'code'>> = {
  judge: ({ length }, value) => {
    if (typeof value !== 'string') return 'must be a string, numbers too'
    return isShaped(value, '0'.repeat(length)) ? undefined : `must be exactly ${length} digits`
  },
  format: (_, value) => judgedString(value),
  longest: ({ length }) => longestOf(['0'.repeat(length)]),
}
