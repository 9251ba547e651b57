import { markdownTable } from './markdown-table.ts'
import { type Place, searchedPlaces, unsearchedPlaces } from './personal-data.ts'

/** Of the section of docs/security.md that holds the table. */
export const personalDataOpening = '<!-- personal data: made by npm run docs -->'

const cellsOf = ({ where, holds, encryptedBy, until }: Place) => [where, holds, encryptedBy, until]

/** Where personal data lie, in Markdown: the data by which the end-to-end tests judge what they find. */
export const personalDataTable = (): string =>
  markdownTable(
    ['place', 'holds', 'encrypted by', 'until', 'searched'],
    [
      ...Object.values(searchedPlaces).map((place) => [...cellsOf(place), 'yes']),
      ...unsearchedPlaces.map((place) => [...cellsOf(place), 'no']),
    ],
  )
