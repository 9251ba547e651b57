import { expect, it } from 'vitest'
import { faultTable, unmet } from './fault-table.ts'
import { rows } from './rows.ts'

const everyFault = Array.from({ length: 44 }, (_, index) => index + 1)
const passed = rows.map(({ fault }) => ({ name: `F${fault}: it is survived`, seen: '1 request' }))

it('has each of the 44 faults, whatever the order in which their tests end', () => {
  expect(rows.map(({ fault }) => fault)).toEqual(everyFault)
  expect(faultTable(passed)).toBe(faultTable(passed.toReversed()))
})

it('says which faults were neither run nor are met elsewhere', () => {
  expect(unmet(passed)).toEqual([])
  expect(unmet(passed.filter(({ name }) => !/^F(8|12):/.test(name)))).toEqual([8])
})

it('shows a test under each fault that its name begins with', () => {
  const table = faultTable([{ name: 'F28, F33: a late receipt', seen: 'a | b' }])
  expect(table.split('\n').filter((line) => line.includes('a late receipt'))).toEqual([
    '| F28 | the token has expired, or the execution was stopped | a late receipt | a \\| b |',
    '| F33 | a receipt that comes late, or never | a late receipt | a \\| b |',
  ])
})
