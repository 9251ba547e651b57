import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundledPackages, packageAt } from '../../docs/bundled-packages.ts'
import { licences, permissive, pythonLicences, pythonPackages } from '../../docs/licences.ts'

const folders = bundledPackages()
const bundled = folders.map(packageAt)

it('knows what is deployed with the functions', () => {
  expect(bundled.map(({ name }) => name)).toEqual(expect.arrayContaining(['@aws-sdk/client-dynamodb', '@middy/core', 'zod']))
})

it.each(bundled)('$name may be deployed: its licence, $license, is a permissive one', ({ license }) => {
  expect(permissive).toContain(license)
})

it('knows the licence of every package of the emulator, and of no other', () => {
  expect(pythonPackages().map(([name]) => name)).toEqual(Object.keys(pythonLicences))
})

it('docs/licences.md lists what is installed: `npm run docs` writes it anew', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/licences.md'), 'utf8')).toBe(licences(folders))
})
