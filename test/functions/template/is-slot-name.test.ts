import { expect, it } from 'vitest'
import { isSlotName } from '../../../functions/template/is-slot-name.ts'

it.each(['code', 'orderNo', 'order_no', 'line2', 'A', 'a'.repeat(40)])('takes %s', (name) => {
  expect(isSlotName(name)).toBe(true)
})

it.each([
  ...['', '2nd', '_x', 'order-no', 'order no', 'größe', 'a.b', 'a{', 'code1234', 'a'.repeat(41)],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'],
])('refuses %j', (name) => {
  expect(isSlotName(name)).toBe(false)
})
