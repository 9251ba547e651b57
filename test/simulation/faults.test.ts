import { expect, it } from 'vitest'
import { catalogue, chooseFaults, faultNames } from './faults/catalogue.ts'
import { Fault, Run } from './faults/fault.ts'
import { makeRun } from './faults/make-faults.ts'

it('makes only faults and runs that can be read again, so that each can be replayed', () => {
  for (let seed = 0; seed < 20; seed++) {
    const run = makeRun(seed, 100, faultNames)
    expect(Run.parse(JSON.parse(JSON.stringify(run)))).toEqual(run)
  }
})

it('knows every fault of the schema, and each says which rows of the list it stands for', () => {
  const named = Fault.options.map(({ shape }) => shape.fault.value)
  expect(new Set(faultNames)).toEqual(new Set(named))
  for (const { rows, says } of Object.values(catalogue)) {
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => !/^F([1-9]|[1-3]\d|4[0-4])$/.test(row))).toEqual([])
    expect(says).toMatch(/\.$/)
  }
})

it('makes no fault of a name that was not asked for, and none for "none"', () => {
  const chosen = chooseFaults('crash, away')
  if ('unknown' in chosen) throw new Error('a name is not known')
  const made = new Set(makeRun(1, 400, chosen).faults.map(({ fault }) => fault))
  expect([...made].filter((name) => !chosen.includes(name))).toEqual([])
  expect(made.size).toBeGreaterThan(0)
  expect(chooseFaults('none')).toEqual([])
  expect(makeRun(1, 400, []).faults).toEqual([])
})

it('names the fault that nobody knows', () => {
  expect(chooseFaults('crash,meteor')).toEqual({ unknown: 'meteor' })
})
