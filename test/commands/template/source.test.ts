import { expect, it } from 'vitest'
import { Misused } from '../../../commands/failed.ts'
import { findSource, isFile, readReference } from '../../../commands/template/source.ts'

it('reads a version by name and number, and the one that is sent by its name alone', () => {
  expect(readReference('order-shipped@12')).toEqual({ name: 'order-shipped', version: 12 })
  expect(readReference('order-shipped')).toEqual({ name: 'order-shipped' })
})

it.each(['', 'Order', 'order@', 'order@0', 'order@x', 'order@12345', '@3', 'order shipped'])('refuses %j as a name', (words) => {
  expect(() => readReference(words)).toThrow(Misused)
})

it('takes for a file what ends in .yaml or has a folder', () => {
  expect(['order.yaml', 'templates/order.yaml', './order'].every(isFile)).toBe(true)
  expect(['order', 'order@3'].some(isFile)).toBe(false)
})

it('says in a sentence that a file cannot be read', async () => {
  await expect(findSource('nowhere/order.yaml', {})).rejects.toThrow('The file nowhere/order.yaml cannot be read.')
})
