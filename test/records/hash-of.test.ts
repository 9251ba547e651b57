import { expect, it } from 'vitest'
import { hashOf } from '../../functions/record/rendezvous.ts'
import { aFailureReceipt, aReceipt } from '../builders/a-receipt.ts'

const reordered = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).reverse()) as T

it('a statement is the same in whatever order the records give its fields', () => {
  for (const receipt of [aReceipt({ parts: 2 }), aFailureReceipt()]) expect(hashOf(reordered(receipt))).toBe(hashOf(receipt))
})

it('a statement is the same whether a field that says nothing stands there or not', () => {
  expect(hashOf(aReceipt({ parts: undefined }))).toBe(hashOf(aReceipt()))
})

it('a statement is another one by any field that says something else', () => {
  const others = [
    { parts: 2 },
    { status: 'sent' as const },
    { evidence: 'network' as const },
    { at: 'later' },
    { messageId: 'other' },
  ]
  expect(new Set([{}, ...others].map((fields) => hashOf(aReceipt(fields)))).size).toBe(6)
})
