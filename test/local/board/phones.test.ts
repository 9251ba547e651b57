import { expect, it } from 'vitest'
import { phonesOf } from '../../../local/board/phones/phones-of.ts'
import type { Message } from '../../../local/carrier-network/truth.ts'
import { atNoon } from '../../builders/noon.ts'
import { phone } from '../carrier-network/phone.ts'
import { aBoard } from './a-board.ts'

const aMessage = (overrides: Partial<Message> = {}): Message => ({
  ...{ carrier: 'sns', receivedAt: atNoon(), fate: 'accept', answered: true, to: '+14155550101', text: 'first', parts: 1 },
  ...{ messageId: 'm-1', acceptedAt: atNoon(), arrived: true, receipts: [] },
  ...overrides,
})

it('shows each phone that received something, the latest first, with carrier and parts', () => {
  const messages = [
    aMessage(),
    aMessage({ to: '+14155550102', text: 'other', carrier: 'twilio', originationNumber: '+15005550006', parts: 2 }),
    aMessage({ text: 'second', senderId: 'Shop' }),
  ]
  expect(phonesOf(messages)).toMatchObject([
    { number: '+14155550101', texts: [{ text: 'second', from: 'Shop' }, { text: 'first' }], more: 0 },
    { number: '+14155550102', texts: [{ text: 'other', carrier: 'twilio', parts: 2, from: '+15005550006' }] },
  ])
})

it('shows nothing that a carrier accepted and lost', () => {
  expect(phonesOf([aMessage({ arrived: false })])).toEqual([])
})

it('counts what it does not show', () => {
  const messages = Array.from({ length: 9 }, (_, index) => aMessage({ text: `text ${index}` }))
  expect(phonesOf(messages)).toMatchObject([{ texts: { length: 6 }, more: 3 }])
})

it('shows what the real network delivered, and none of its markup as markup', async () => {
  const { network, read } = await aBoard()
  await network.publish({ Message: 'Order <b>4711</b> & more' })
  const page = await read('/moving')
  expect(page).toContain(`aria-label="Phone ${phone}"`)
  expect(page).toContain('Order &lt;b&gt;4711&lt;/b&gt; &amp; more')
  expect(page).toMatch(/by sns, 1 part/)
})
