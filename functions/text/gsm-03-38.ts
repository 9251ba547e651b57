/**
 * The alphabet of a text of 160 characters, in the order of its codes, a row of sixteen a line.
 * Source: 3GPP TS 23.038 §6.2.1 and §6.2.1.1 (default alphabet and its extension table).
 */
const basic = [
  '@£$¥èéùìòÇ\nØø\rÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ', // 1B, the escape to the extension, is no character
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
].join('')

const extension = '\f^{}\\[~]|€'

/** How many septets a character takes: 1, or 2 with the escape. A character that is not here makes the whole text UCS-2. */
export const septets: ReadonlyMap<string, number> = new Map([
  ...[...basic].map((character) => [character, 1] as const),
  ...[...extension].map((character) => [character, 2] as const),
])

/** The same by UTF-16 unit, 0 for what is not in the alphabet: all its characters are a single unit. */
const septetsByUnit = new Uint8Array(0x10000)
for (const [character, size] of septets) septetsByUnit[character.charCodeAt(0)] = size

/** Septets of the character that a UTF-16 unit is; 0 where the alphabet does not have it. */
export const septetsOfUnit = (unit: number): number => septetsByUnit[unit] ?? 0

/** Septets of a whole text, or undefined where one of its characters is not in the alphabet. Linear; allocates nothing. */
export const septetsOf = (text: string): number | undefined => {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const size = septetsOfUnit(text.charCodeAt(at))
    if (size === 0) return undefined
    sum += size
  }
  return sum
}
