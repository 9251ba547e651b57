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
