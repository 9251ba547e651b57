import { codePoints } from '../../functions/text/code-points.ts'
import type { PartCount } from '../../functions/text/count-parts.ts'
import { partsInWords } from '../../functions/text/parts-in-words.ts'
import { styled } from '../styled.ts'
import { bubble } from './bubble.ts'
import type { Preview } from './preview-of.ts'

const units: Record<PartCount['encoding'], string> = { 'GSM 03.38': 'septets', 'UCS-2': 'UTF-16 units' }

/** e.g. "UCS-2, 2 parts, 84 UTF-16 units" */
const sized = (count: PartCount): string =>
  `${count.encoding}, ${partsInWords(count.parts)}, ${count.units} ${units[count.encoding]}`

/** A character that nobody would see by itself is told by its number. */
const shown = (character: string): string => (/^[\p{Z}\p{C}\p{M}]$/u.test(character) ? codePoints(character) : character)

const mostListed = 12

const listed = (characters: readonly string[]): string => {
  const more = characters.length - mostListed
  return [...characters.slice(0, mostListed).map(shown), ...(more > 0 ? [`and ${more} more`] : [])].join(' ')
}

const normalisedLine = ({ normalised, parts }: Preview): string[] => {
  if (!normalised) return []
  const { characters, otherwise } = normalised
  const saves = otherwise.parts > parts ? `: ${partsInWords(parts)} instead of ${otherwise.parts}` : ''
  return [`made plain      ${listed(characters)}, else it would be ${otherwise.encoding}${saves}`]
}

/** A line a country, with what each carrier takes there, as it was known on a day. */
const priceLines = ({ prices }: Preview): string[] => {
  const countries = [...new Set(prices.map(({ country }) => country))]
  const priced = countries.map((country) =>
    prices
      .filter((price) => price.country === country)
      .map(({ carrier, usd, dated }) => `${carrier} ${usd.toFixed(5)} USD (${dated})`)
      .join(', '),
  )
  if (countries.length === 0) return ['price           unknown']
  return priced.map((price, index) => `${(index === 0 ? 'price' : '').padEnd(14)}  ${countries[index]}  ${price}`)
}

/** The facts under the bubble. */
export const previewFacts = (preview: Preview): string[] => {
  const { encoding, parts, units: taken, longest, mostParts, forceUcs2 } = preview
  const isOver = longest.parts > mostParts
  const atLongest = `${sized(longest)}; ${partsInWords(mostParts)} at most`
  return [
    `text            ${sized({ encoding, parts, units: taken })}`,
    `at its longest  ${isOver ? styled('red', atLongest) : atLongest}`,
    ...(forceUcs2.length > 0 ? [`UCS-2 for       ${listed(forceUcs2)}`] : []),
    ...normalisedLine(preview),
    ...priceLines(preview),
  ]
}

/** A preview as a terminal shows it: the text as on a phone, then what it takes. */
export const showPreview = (title: string, preview: Preview): string[] => [
  `${styled('bold', title)}, ${preview.locale}`,
  ...bubble(preview.split),
  ...previewFacts(preview),
]
