import { expect, it } from 'vitest'
import { everyVariable } from '../../bench/every-variable.ts'
import { Variables } from '../../functions/runtime/environment.ts'

it('the benchmark loads every function in an environment that it can read', () => {
  expect(Variables.safeParse(everyVariable).error?.issues).toBeUndefined()
})
