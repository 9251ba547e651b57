import { expect, it } from 'vitest'
import { isVisible } from '../../../functions/template/is-visible.ts'

it.each([
  ['Persian with a joiner', 'می\u200cخواهم'],
  ['Hindi with joiners', 'क्\u200dष क्\u200cष'],
  ['Hebrew and a name beside a mark', 'שלום Shop\u200f: הזמנה'],
  ['a family of several emoji', '👨\u200d👩\u200d👧'],
  ['an emoji with its style', '❤\ufe0f'],
])('sees %s', (_, line) => {
  expect(isVisible(line)).toBe(true)
})

it.each([
  ['an escape', 'a\u001b[2Jb'],
  ['a line break', 'a\nb'],
  ['an override of direction', 'שלום\u202eabc'],
  ['a blank of no width', 'a\u200bb'],
  ['a joiner in a Latin word', 'ST\u200dOP'],
  ['two joiners in a Latin word', 'ST\u200d\u200dOP'],
  ['a joiner in a Cyrillic word', 'СТ\u200cОП'],
  ['a joiner in an address', 'evil.\u200cexample'],
  ['a mark between two digits', '1\u200f2'],
])('does not see %s', (_, line) => {
  expect(isVisible(line)).toBe(false)
})
