import { expect, it } from 'vitest'
import { measure } from '../../../local/carrier-network/parts.ts'

it.each([
  ['160 × a', 'a'.repeat(160), 1],
  ['161 × a', 'a'.repeat(161), 2],
  ['80 × €', '€'.repeat(80), 1],
  ['81 × €', '€'.repeat(81), 2],
  ['an escape that would be split', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['70 × 字', '字'.repeat(70), 1],
  ['71 × 字', '字'.repeat(71), 2],
  ['35 × 😀', '😀'.repeat(35), 1],
  ['36 × 😀', '😀'.repeat(36), 2],
  ['a surrogate pair that would be split', `${'字'.repeat(66)}😀${'字'.repeat(66)}`, 3],
  ['70 × a and a typographic apostrophe', `${'a'.repeat(70)}’`, 2],
])('bills %s as the parts it takes', (_name, text, parts) => {
  expect(measure(text).parts).toBe(parts)
})
