// Counted here anew, not with the product's own rule: what the network bills is the judge of what the records say.
// Source: 3GPP TS 23.038 (alphabet) and 23.040 (concatenation). SNS itself cuts on whole words and may need a part more.

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extension = new Set('\f^{}\\[~]|€')

/** 1 or 2 septets (escape and code); 0 for a character that the alphabet lacks. */
const septets = (character: string) => (basic.has(character) ? 1 : extension.has(character) ? 2 : 0)
const utf16Units = (character: string) => character.length

/** Fills part by part: what does not fit whole begins the next one. */
const fill = (sizes: number[], partSize: number) => {
  let parts = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > partSize) {
      parts += 1
      used = 0
    }
    used += size
  }
  return parts
}

/** @returns the text's length in septets (GSM 03.38) or UTF-16 units (UCS-2), and the parts it is billed as */
export const measure = (text: string) => {
  const characters = [...text]
  const isGsm = characters.every((character) => septets(character) > 0)
  const sizes = characters.map(isGsm ? septets : utf16Units)
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const [single, several] = isGsm ? [160, 153] : [70, 67]
  return { isGsm, units, parts: units <= single ? 1 : fill(sizes, several) }
}
