import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readTemplates } from '../../commands/template/read-templates.ts'
import { compile } from '../../functions/template/compose.ts'
import { burst, demonstration, type Shown } from '../../local/demonstration.ts'

const read = await readTemplates(join(import.meta.dirname, '../../templates'))
const templates = read.ok ? read.templates : []

const composed = ({ request }: Shown) => {
  const template = templates.find(({ name }) => name === request.template)
  return template && compile(template)(request.params, request.locale)
}

it.each([...demonstration, ...burst].map((shown) => ({ ...shown, id: shown.request.notificationId, shown })))(
  '$id fits its template, unless it shows what does not',
  ({ shown, ends }) => {
    expect(composed(shown)).toMatchObject({ ok: ends !== 'Notification Rejected' })
  },
)

it('shows a text of each alphabet', () => {
  const encodings = demonstration.map(composed).map((text) => text?.ok && text.encoding)
  expect(encodings).toContain('GSM 03.38')
  expect(encodings).toContain('UCS-2')
})
