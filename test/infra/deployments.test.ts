import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readConfig } from '../../infra/read-config.ts'
import { functionsOf, synthesise } from './synthesise.ts'

const repository = join(import.meta.dirname, '../..')

const sources = ['infra', 'workflows', 'functions'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path)),
)

it.each(['local', 'production'])('has no code that asks whether a deployment is called %s', (name) => {
  expect(sources.length).toBeGreaterThan(80)
  const asking = new RegExp(`[=!]==? *['"\`]${name}['"\`]|['"\`]${name}['"\`] *[=!]==?|case ['"\`]${name}['"\`]`)
  expect(sources.filter((path) => asking.test(readFileSync(join(repository, path), 'utf8')))).toEqual([])
})

it('makes of production what local is, by nothing but the values of local', () => {
  const values = Object.entries(readConfig({ deployment: 'local' })).map(([name, value]) => [`heliograph.${name}`, value])
  const local = synthesise({ deployment: 'local' }).toJSON()
  expect(synthesise({ deployment: 'production', ...Object.fromEntries(values) }).toJSON()).toEqual(local)
})

const variablesOf = (folder: string, context: Readonly<Record<string, unknown>>) =>
  functionsOf(synthesise(context)).find((step) => step.folder === folder)?.Environment.Variables

it('reaches SNS at its own address, but where the configuration names another', () => {
  expect(variablesOf('send', {})).not.toHaveProperty('AWS_ENDPOINT_URL_SNS')
  const address = 'http://127.0.0.1:4999'
  expect(variablesOf('send', { 'heliograph.endpoints.sns': address })).toMatchObject({ AWS_ENDPOINT_URL_SNS: address })
})

it('texts anybody, but where the configuration names the only numbers', () => {
  expect(variablesOf('validate', {})).not.toHaveProperty('ONLY_TO')
  const onlyTo = '["+14155550123"]'
  expect(variablesOf('validate', { 'heliograph.onlyTo': onlyTo })).toMatchObject({ ONLY_TO: onlyTo })
  expect(variablesOf('validate', { 'heliograph.onlyTo': '[]' })).toMatchObject({ ONLY_TO: '[]' })
})
