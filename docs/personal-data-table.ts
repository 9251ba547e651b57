import { searchedPlaces, unsearchedPlaces } from './personal-data.ts'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** Of the section of docs/security.md that holds the table. */
export const personalDataOpening = '<!-- personal data: made by npm run docs -->'

/** Where personal data lie, in Markdown: the data by which the end-to-end tests judge what they find. */
export const personalDataTable = (): string =>
  [
    row(['place', 'holds', 'encrypted by', 'until', 'searched']),
    row(['---', '---', '---', '---', '---']),
    ...Object.values(searchedPlaces).map((place) => row([place.where, place.holds, place.encryptedBy, place.until, 'yes'])),
    ...unsearchedPlaces.map((place) => row([place.where, place.holds, place.encryptedBy, place.until, 'no'])),
  ].join('\n')
