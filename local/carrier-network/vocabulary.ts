import type { Script } from './script.ts'

/** The words of a script that not every carrier knows, or not with every value. */
const words = ['code', 'retryAfterSeconds', 'status', 'errorCode', 'forged', 'providerResponse', 'carrierFields'] as const

/** Which values a carrier can say; a word that is missing it does not know at all. */
export type Vocabulary = Readonly<Partial<Record<(typeof words)[number], RegExp>>>

/** For a word with which the carrier has no choice of values. */
export const anything = /(?:)/

interface StrangeWord {
  readonly path: (string | number)[]
  readonly value: string
}

const strangeIn = (part: Readonly<Record<string, unknown>>, path: (string | number)[], vocabulary: Vocabulary): StrangeWord[] =>
  words
    .filter((word) => part[word] !== undefined && !vocabulary[word]?.test(String(part[word])))
    .map((word) => ({ path: [...path, word], value: String(part[word]) }))

/** @returns what a carrier cannot be made to say, e.g. [{ path: ['receipts', 0, 'status'], value: 'sent' }] */
export const strangeWords = ({ call, receipts = [] }: Script, vocabulary: Vocabulary): StrangeWord[] => [
  ...strangeIn(call ?? {}, ['call'], vocabulary),
  ...receipts.flatMap((receipt, index) => strangeIn(receipt, ['receipts', index], vocabulary)),
]
