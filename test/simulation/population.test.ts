import { expect, it } from 'vitest'
import { checkTemplate } from '../../functions/template/check-template.ts'
import { compile } from '../../functions/template/compose.ts'
import { Template } from '../../functions/template/template.ts'
import { chanceOf } from './core/chance.ts'
import { poisoned } from './core/poison.ts'
import { requestOf } from './core/population.ts'
import { findTemplates } from './core/templates.ts'

const requests = Array.from({ length: 400 }, (_, of) => requestOf(chanceOf(7), of))
const composed = requests.map((request) => {
  const template = findTemplates().find(({ name }) => name === request.template)
  if (template === undefined) throw new Error('there is no such template')
  const compose = compile(template)
  const [plain, withEmoji] = [request, poisoned(request, 'emoji')].map(({ params, locale }) => compose(params, locale))
  return { plain, withEmoji }
})

it.each(findTemplates())('everybody is told by a template that could be approved: $name', (template) => {
  expect(Template.parse(template)).toEqual(template)
  expect(checkTemplate(template)).toEqual([])
})

it('every request can be composed, some in UCS-2', () => {
  expect(composed.filter(({ plain }) => !plain?.ok)).toEqual([])
  expect(new Set(composed.map(({ plain }) => plain?.ok && plain.encoding)).size).toBe(2)
})

it('an emoji makes three parts of one', () => {
  const dearer = composed.filter(
    ({ plain, withEmoji }) => plain?.ok && plain.parts === 1 && withEmoji?.ok && withEmoji.parts === 3,
  )
  expect(dearer.length).toBeGreaterThan(10)
})
