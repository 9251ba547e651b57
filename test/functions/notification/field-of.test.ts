import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldOf } from '../../../functions/notification/field-of.ts'

it.each([
  [['params', 'orderNo'], 'params.orderNo'],
  [['texts', 'en-GB'], 'texts.en-GB'],
  [['entries', 3, 'line2'], 'entries.3.line2'],
  [['params', 'gate123'], 'params.gate123'],
  [['__proto__'], '__proto__'],
  [[], 'the input'],
])('names %j as %s', (path, field) => {
  expect(fieldOf(...path)).toBe(field)
})

it.each(['+14155550123', 'a14155550123', 'code-0428', '0a', 'Ada Lovelace', 'your code is', 'straße', '', 'a'.repeat(41)])(
  'does not quote %j, which a requester may have invented',
  (name) => {
    expect(fieldOf('params', name)).toBe('params.(a name that is no identifier)')
  },
)

it('never lets four digits through, wherever they stand', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.stringMatching(/^[a-z]*\d[a-z]*\d[a-z]*\d[a-z]*\d[a-z]*$/),
      (tail, name) => !/\d/.test(fieldOf(name + tail)),
    ),
  )
})
