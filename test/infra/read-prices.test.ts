import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { priceList, readPrices } from '../../infra/read-prices.ts'
import { functionsOf, synthesise } from './synthesise.ts'

const aFile = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'heliograph-prices-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'prices.yaml')
  writeFileSync(file, text)
  return file
}

const entry = "{ country: US, carrier: sns, usd: '0.00645', source: 'https://example.com/prices', dated: '2026-11-22' }"

describe('the shipped prices', () => {
  it('each name who says so, and when', () => {
    const prices = readPrices()
    expect(prices.length).toBeGreaterThan(0)
    for (const { source, dated } of prices)
      expect([source, dated]).toEqual([expect.stringMatching(/^https:/), expect.any(String)])
  })

  it.each([
    ['production', { US: { sns: 0.00581 } }],
    [
      'local',
      {
        US: { sns: 0.00581, twilio: 0.0083 },
        CA: { sns: 0.00581, twilio: 0.0083 },
        GB: { sns: 0.03888, twilio: 0.056 },
        DE: { sns: 0.08848, twilio: 0.112 },
        FR: { twilio: 0.0798 },
      },
    ],
  ])('are told to the function that plans, as far as %s can meet them', (deployment, prices) => {
    const validate = functionsOf(synthesise({ deployment })).find(({ folder }) => folder === 'validate')
    expect(JSON.parse(String(validate?.Environment.Variables.PRICES))).toEqual(prices)
  })
})

it('takes a file without prices: then none is known', () => {
  expect(readPrices(aFile('# none yet\n'))).toEqual([])
})

it('leaves out countries and carriers that a deployment does not use', () => {
  const prices = readPrices(aFile(`- ${entry}\n- ${entry.replace('US', 'JP')}\n- ${entry.replace('sns', 'twilio')}\n`))
  expect(priceList(prices, ['US', 'DE'], ['sns'])).toEqual({ US: { sns: 0.00645 } })
  expect(priceList(prices, ['US', 'JP'], ['sns', 'twilio'])).toEqual({
    US: { sns: 0.00645, twilio: 0.00645 },
    JP: { sns: 0.00645 },
  })
})

it.each([
  [entry.replace("'0.00645'", '0.00645'), '0.usd must be a string'],
  [entry.replace('0.00645', '0'), "0.usd must be a price like '0.00645', and more than nothing"],
  [entry.replace('0.00645', '0.00'), "0.usd must be a price like '0.00645', and more than nothing"],
  [entry.replace('0.00645', '-1'), "0.usd must be a price like '0.00645', and more than nothing"],
  [entry.replace('US', 'us'), '0.country must be two capital letters'],
  [entry.replace('sns', 'pigeon'), '0.carrier must be one of sns, twilio'],
  [entry.replace('https', 'http'), '0.source must be the https address of who says so'],
  [entry.replace('2026-11-22', 'today'), '0.dated must be the day it was read, like 2026-11-22'],
  [entry.replace('usd', 'price'), '0.usd is missing; 0.price is not known'],
  [`${entry}\n- ${entry}`, '1 is a second price for its country and carrier'],
])('refuses %s: %s', (source, sentence) => {
  expect(() => readPrices(aFile(`- ${source}\n`))).toThrow(`The prices cannot be used: ${sentence}.`)
})
