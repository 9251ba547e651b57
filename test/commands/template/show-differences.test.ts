import { expect, it } from 'vitest'
import { forTerminal } from '../../../commands/for-terminal.ts'
import { showDifferences } from '../../../commands/template/show-differences.ts'
import { holdsHiddenCharacter } from '../../../functions/template/holds-hidden-character.ts'

it('shows what stood there and what stands there', () => {
  expect(showDifferences([{ field: 'texts.en', before: 'Old.', after: 'New.' }])).toEqual(['texts.en', '  - Old.', '  + New.'])
})

it('lets nobody who wrote a template draw on the terminal of who reads it', () => {
  const drawing = '\u001b[2J\u001b[Happroved\n\u202eon'
  expect(forTerminal(drawing)).toBe('<U+001B>[2J<U+001B>[Happroved<U+000A><U+202E>on')
  const shown = showDifferences([{ field: `links.${drawing}`, before: drawing, after: [drawing] }])
  expect(shown.filter(holdsHiddenCharacter)).toEqual([])
})
