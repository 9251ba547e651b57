import { canaryNumber, canaryWord } from './canary.ts'
import type { Drawn } from './every-run.ts'

/** How often each sort of input is drawn; texts as long as a template can be brought to cost the most. */
export const templateWeights = { text: 4, values: 12, large: 1 }
export type TemplateSort = keyof typeof templateWeights

const tokens = [
  ...['{{', '}}', '{', '}', '{{{{', '{{code}}', '{{name}}', '{{amount}}', '{{nobody}}', '{{__proto__}}', '{{constructor}}'],
  ...['code', ' ', '\n', 'a', '€', '字', '😀', '\ud83d', '\u202e', '\u0301', '…', '’', '$&', '%s', canaryWord],
]

/** A sequence that depends on its seed alone. */
const sequence = (seed: number) => {
  let state = seed | 1
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A template's text made of what a reader may trip over, of about so many UTF-16 units. */
export const aFuzzedText = ({ n, junk }: Drawn<TemplateSort>, most: number): string => {
  const next = sequence(n)
  let text = junk
  while (text.length < most) text += (tokens[next(tokens.length)] ?? '').repeat(next(40) === 0 ? next(30) : 1)
  return text.slice(0, most)
}

const values: readonly ((n: number, junk: string) => unknown)[] = [
  (_, junk) => junk,
  (_, junk) => `${canaryWord}${junk}`,
  (n) => n,
  (n) => -n / 100,
  (n) => String(n),
  (n) => `${canaryWord}.example/${n}`,
  (n) => `https://shop.example/${n}`,
  (n, junk) => `https://shop.example/${n}${junk}`,
  (n, junk) => `https://shop.example${junk}${n}`,
  (n) => ({ minorUnits: n % 2_000_000, currency: 'EUR' }),
  (n) => ({ minorUnits: n / 7, currency: canaryNumber }),
  (n) => JSON.parse(`{"__proto__":{"minorUnits":${n},"currency":"EUR"}}`),
  (n) =>
    `20${String(n % 100).padStart(2, '0')}-${String(1 + (n % 14)).padStart(2, '0')}-${String(1 + (n % 33)).padStart(2, '0')}`,
  (n) => `${String(n % 26).padStart(2, '0')}:${String(n % 62).padStart(2, '0')}`,
  (n) => new Date(n * 1_000).toISOString(),
  (n) => `${new Date(n * 1_000).toISOString()}${canaryWord}`,
  () => 'gold',
  () => 'constructor',
  () => '__proto__',
  (n) => String(n).padStart(6, '0').slice(-6),
  () => null,
  () => true,
  (_, junk) => [junk],
  () => ({ toString: () => canaryWord, length: 3 }),
  (n, junk) => junk.repeat(n % 2_000),
  (n) => 'e\u0301'.repeat(n % 50),
]

/** Parameters by these names, some of them missing, some more; now and then such as objects inherit. */
export const someFuzzedParameters = ({ n, junk }: Drawn<TemplateSort>, names: readonly string[]): Record<string, unknown> => {
  const next = sequence(n)
  const drawn = names
    .filter(() => next(12) > 0)
    .map((name): [string, unknown] => [name, values[next(values.length)]?.(next(2 ** 31), junk)])
  const odd = ['__proto__', 'constructor', canaryWord, `${canaryNumber}`, junk][next(40)]
  return Object.fromEntries(odd === undefined ? drawn : [...drawn, [odd, canaryWord]])
}
