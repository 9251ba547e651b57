import { expect, it } from 'vitest'
import { withEvidence } from '../../../functions/receipt/with-evidence.ts'
import { aFailureReceipt, aReceipt } from '../../builders/a-receipt.ts'

const sent = aReceipt({ status: 'sent', evidence: undefined })
const networkOnly = ['IN', 'CN']

it.each(networkOnly)('takes the network’s word for a delivery in %s', (country) => {
  expect(withEvidence(sent, country, networkOnly)).toEqual({ ...sent, status: 'delivered', evidence: 'network' })
})

it.each([
  ['a text on its way elsewhere', sent, 'US'],
  ['a text on its way to nobody knows where', sent, undefined],
  ['a handset’s own word', aReceipt(), 'IN'],
  ['the network’s own word', aReceipt({ evidence: 'network' }), 'IN'],
  ['a failure', aFailureReceipt(), 'IN'],
])('leaves %s as it is', (_, receipt, country) => {
  expect(withEvidence(receipt, country, networkOnly)).toBe(receipt)
})

it('believes no network where a deployment names no country', () => {
  expect(withEvidence(sent, 'IN', [])).toBe(sent)
})
