import { expect, it, vi } from 'vitest'
import { keepLevel } from '../../../../functions/record/budget/keep-level.ts'
import { aTableInProcess } from '../../../builders/a-table-in-process.ts'
import { atNoon } from '../../../builders/noon.ts'

const reached = { kind: 'verification', day: '2026-11-22', level: 100, parts: 100, at: atNoon() } as const

it('a level that is kept is written no more by the same function, however many texts find it', async () => {
  const table = aTableInProcess()
  const writes = vi.spyOn(table.client, 'send')
  const keep = keepLevel(table)
  for (const seconds of [0, 1, 2]) await keep({ ...reached, at: atNoon(seconds) })
  expect(writes).toHaveBeenCalledTimes(1)
  await keep({ ...reached, day: '2026-11-23' })
  expect(writes).toHaveBeenCalledTimes(2)
})
