import { expect, it } from 'vitest'
import { faultTable, unmet } from './fault-table.ts'
import { rows } from './rows.ts'

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)
const passed = rows.map(({ fault }) => ({ name: `${fault}: it is survived`, seen: '1 request' }))

it('has each of the 44 faults and those of a review, whatever the order in which their tests end', () => {
  expect(rows.map(({ fault }) => fault)).toEqual([...numbered('F', 44), ...numbered('R', 7)])
  expect(faultTable(passed)).toBe(faultTable(passed.toReversed()))
})

it('says which faults were neither run nor are met elsewhere', () => {
  expect(unmet(passed)).toEqual([])
  expect(unmet(passed.filter(({ name }) => !/^(F7|F8|R2):/.test(name)))).toEqual(['F8', 'R2'])
})

it('shows a test under each fault that its name begins with', () => {
  const table = faultTable([{ name: 'F28, F33: a late receipt', seen: 'a | b' }])
  expect(table.split('\n').filter((line) => line.includes('a late receipt'))).toEqual([
    '| F28 | the token has expired, or the execution was stopped | a late receipt | a \\| b |',
    '| F33 | a receipt that comes late, or never | a late receipt | a \\| b |',
  ])
})
