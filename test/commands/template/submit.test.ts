import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readAll } from '../../../commands/template/submit.ts'

const folder = await mkdtemp(join(tmpdir(), 'templates-'))
afterAll(() => rm(folder, { recursive: true }))

const shipped = 'templates/order-shipped.yaml'

it('tells of all that is wrong with several files, and gives none of them', async () => {
  const good = await readFile(shipped, 'utf8')
  const [unreadable, unchecked, missing] = ['order-lost.yaml', 'order-shipped.yaml', 'nowhere.yaml'].map((file) =>
    join(folder, file),
  )
  await writeFile(`${unreadable}`, 'name: order-lost\n')
  await writeFile(`${unchecked}`, good.replaceAll('{{eta}}', ''))
  const failure = await readAll([`${unreadable}`, shipped, `${unchecked}`, `${missing}`]).catch((error: Error) => error.message)
  expect(failure).toContain(`${unreadable}:1:1: brand is missing`)
  expect(failure).toContain('(unused-slot)')
  expect(failure).toContain(`The file ${missing} cannot be read.`)
})

it('gives the templates of files and of folders', async () => {
  expect((await readAll([shipped])).map(({ name }) => name)).toEqual(['order-shipped'])
  expect((await readAll(['templates'])).length).toBeGreaterThan(5)
})
