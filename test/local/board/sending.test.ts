import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTemplates } from '../../../commands/template/read-templates.ts'
import { compile } from '../../../functions/template/compose.ts'
import type { TemplateVersion } from '../../../functions/template/template.ts'
import { draftOf, parametersOf } from '../../../local/board/sending/draft.ts'
import { aBoard } from './a-board.ts'

const filled = {
  template: 'order-shipped',
  filled: 'order-shipped',
  to: '+14155550123',
  locale: 'en',
  'param.orderNo': '4712',
  'param.eta': 'Tuesday',
}

describe('a text is sent', () => {
  it('as it was typed, under a name of its own, and is opened', async () => {
    const { post, requested, read } = await aBoard()
    const { status, location = '' } = await post('/send', filled)
    expect(status).toBe(303)
    const [request] = requested
    expect(requested).toEqual([
      {
        notificationId: expect.stringMatching(/^board-[0-9a-f]{8}$/),
        to: '+14155550123',
        template: 'order-shipped',
        locale: 'en',
        params: { orderNo: '4712', eta: 'Tuesday' },
      },
    ])
    expect(new URL(location, 'http://board').searchParams.get('open')).toBe(request?.notificationId)
    const page = await read(location)
    expect(page).toContain('Requested. It is opened')
    expect(page).toContain(`<span class="id">${request?.notificationId}</span>`)
  })

  it('and neither its number nor a parameter stands in the address to which the browser is sent', async () => {
    const { post } = await aBoard()
    for (const path of ['/send', '/burst']) {
      const { location = '' } = await post(path, { ...filled, locale: 'de', count: '2' })
      const { searchParams } = new URL(location, 'http://board')
      expect([...searchParams.keys()].sort()).toEqual(['locale', 'open', 'said', 'template'])
      expect(searchParams.get('locale')).toBe('de')
    }
  })

  it('twice as two notifications', async () => {
    const { post, requested } = await aBoard()
    await post('/send', filled)
    await post('/send', filled)
    expect(new Set(requested.map(({ notificationId }) => notificationId)).size).toBe(2)
  })

  it('to a number as people write it', async () => {
    const { post, requested } = await aBoard()
    await post('/send', { ...filled, to: '+1 (415) 555-0123' })
    expect(requested).toMatchObject([{ to: '+14155550123' }])
  })

  it('not at all where there is no such text, and the page says so', async () => {
    const { post, requested } = await aBoard({ templates: [] })
    expect(await post('/send', filled)).toMatchObject({ status: 409 })
    expect(requested).toEqual([])
  })

  it('not at all where the number is none, and what was typed stays', async () => {
    const { post, requested } = await aBoard()
    const { status, said } = await post('/send', { ...filled, to: '1'.repeat(80) })
    expect(status).toBe(422)
    expect(said).toContain('to must')
    expect(said).toContain('value="4712"')
    expect(requested).toEqual([])
  })
})

describe('a burst', () => {
  it('goes to as many fictional numbers, each a notification of its own', async () => {
    const { post, requested, read } = await aBoard()
    await post('/burst', { ...filled, count: '30' })
    expect(requested).toHaveLength(30)
    expect(new Set(requested.map(({ notificationId }) => notificationId)).size).toBe(30)
    expect(new Set(requested.map(({ to }) => to)).size).toBe(30)
    expect(requested.every(({ to }) => /^\+161755501\d\d$/.test(to))).toBe(true)
    expect((await read('/')).match(/class="id"/g)).toHaveLength(30)
  })

  it.each(['1', '101', 'many', '2.5'])('of %s is none', async (count) => {
    const { post, requested } = await aBoard()
    expect(await post('/burst', { ...filled, count })).toMatchObject({ status: 422 })
    expect(requested).toEqual([])
  })
})

describe('the preview', () => {
  const asked = (more: Readonly<Record<string, string>>) => `/?${new URLSearchParams({ ...filled, ...more })}`

  it('shows the text, its parts and what it costs where the number is', async () => {
    const { read } = await aBoard()
    const page = await read(asked({}))
    expect(page).toContain('Shop: order 4712 comes on Tuesday.')
    expect(page).toMatch(/1 part, 34 units of GSM 03\.38\. In US: sns 0\.\d+ USD/)
  })

  it('is posted where there is no script, and nothing is sent', async () => {
    const { post, requested } = await aBoard()
    const { status, said } = await post('/preview', filled)
    expect(status).toBe(200)
    expect(said).toContain('Shop: order 4712 comes on Tuesday.')
    expect(requested).toEqual([])
  })

  it('is in the language that is chosen', async () => {
    const { read } = await aBoard()
    expect(await read(asked({ locale: 'de' }))).toContain('Shop: Bestellung 4712 kommt am Tuesday.')
  })

  it('names what is wrong with what is typed', async () => {
    const { read } = await aBoard()
    expect(await read(asked({ 'param.orderNo': 'x'.repeat(21) }))).toMatch(/class="wrong">params\.orderNo /)
  })

  it('takes nothing over from another template that was filled in before', async () => {
    const other: TemplateVersion = { ...(await aTemplateNamed('sign-in-code')), version: 1 }
    const { read } = await aBoard({ templates: [other] })
    expect(await read('/?template=sign-in-code&filled=order-shipped&param.code=Tuesday')).not.toContain('Tuesday')
  })
})

const shipped = await readTemplates(join(import.meta.dirname, '../../../templates'))
const templates = shipped.ok ? shipped.templates.map((template) => ({ ...template, version: 1 })) : []

const aTemplateNamed = async (name: string): Promise<TemplateVersion> => {
  const found = templates.find((template) => template.name === name)
  if (found === undefined) throw new Error(`there is no template ${name}`)
  return found
}

it.each(templates.map(({ name }) => name))('%s can be sent as the form first shows it', async (name) => {
  const draft = draftOf(new URLSearchParams({ template: name }), templates)
  expect(draft && compile(draft.template)(parametersOf(draft), draft.locale)).toMatchObject({ ok: true })
})
