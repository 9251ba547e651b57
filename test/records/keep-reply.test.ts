import { expect, it } from 'vitest'
import { keepReply } from '../../functions/record/keep-reply.ts'
import { afterNoon, atNoon, noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'

const table = aTable()
const text = { carrier: 'twilio', messageId: 'SM1', asks: 'start' } as const

it('a text that comes again is dated by the first time, however much later that is', async () => {
  const keep = keepReply(table())
  expect(await keep('a-hash', text, noon)).toEqual(noon)
  expect(await keep('a-hash', text, afterNoon(86_400))).toEqual(noon)
  expect(await keep('a-hash', { ...text, messageId: 'SM2' }, afterNoon(5))).toEqual(afterNoon(5))
})

it('is kept for the audit: what was asked and when, without a word of the text', async () => {
  await keepReply(table())('other-hash', text, noon)
  expect(await itemsOf(table(), 'S#other-hash')).toEqual({
    'REPLY#twilio#SM1': { PK: 'S#other-hash', SK: 'REPLY#twilio#SM1', at: atNoon(), asks: 'start' },
  })
})
