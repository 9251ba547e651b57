import { describe, expect, it } from 'vitest'
import { isForeign } from '../../../functions/request/is-foreign.ts'

const [own, friend, stranger] = ['111122223333', '444455556666', '777788889999']

describe('where no source is named, an event', () => {
  const requesters = { accounts: [own, friend] }
  it.each([
    ['of any source of this account', { source: 'shop.orders', account: own }, false],
    ['of an account that is let in', { source: 'shop.orders', account: friend }, false],
    ['that a rule shaped for the queue', {}, false],
    ['of another account', { source: 'shop.orders', account: stranger }, true],
    ['of our own source, which tells and never asks', { source: 'heliograph', account: own }, true],
  ])('%s is foreign or not', (_who, from, expected) => {
    expect(isForeign(from, requesters)).toBe(expected)
  })
})

describe('where sources are named, an event', () => {
  const requesters = { accounts: [own, friend], sources: ['shop.orders', 'heliograph.command'] }
  it.each([
    ['of one of them', { source: 'shop.orders', account: own }, false],
    ['of one of them, as an account is let in', { source: 'shop.orders', account: friend }, false],
    ['of one of them, which a rule shaped for the queue', { source: 'shop.orders' }, false],
    ['of another source', { source: 'shop', account: own }, true],
    ['of one that only begins like one of them', { source: 'shop.orders.test', account: own }, true],
    ['of none', { account: own }, true],
    ['of one of them, but of another account', { source: 'shop.orders', account: stranger }, true],
  ])('%s is foreign or not', (_who, from, expected) => {
    expect(isForeign(from, requesters)).toBe(expected)
  })
})

it('our own source stays foreign though it be named', () => {
  expect(isForeign({ source: 'heliograph' }, { accounts: [own], sources: ['heliograph'] })).toBe(true)
})
