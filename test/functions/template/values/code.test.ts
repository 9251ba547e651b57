import { expect, it } from 'vitest'
import { code } from '../../../../functions/template/values/code.ts'
import type { SlotOf } from '../../../../functions/template/values/rules.ts'

const slot: SlotOf<'code'> = { type: 'code', length: 6, example: '042817' }

it('takes and tells a code as it is', () => {
  expect(code.judge(slot, '042817')).toBeUndefined()
  expect(code.format(slot, '042817', 'en', 'en')).toBe('042817')
  expect(code.longest(slot, 'en', 'en').any).toHaveLength(6)
})

it.each([42817, null, ['042817']])('takes no %j', (value) => {
  expect(code.judge(slot, value)).toBe('must be a string, numbers too')
})

it.each(['', '42817', '0428170', '04281a', '04281\n', '０４２８１７', '-42817', ' 42817', '9'.repeat(10_000)])(
  'takes no %j',
  (value) => {
    expect(code.judge(slot, value)).toBe('must be exactly 6 digits')
  },
)
