import { expect, it } from 'vitest'
import { keepReply } from '../../functions/record/keep-reply.ts'
import { afterNoon, atNoon, noon } from '../builders/noon.ts'
import { aTable, itemsOf } from './a-table.ts'

const table = aTable()
const text = { carrier: 'twilio', messageId: 'SM1', asks: 'start' } as const

it('a text that comes again is dated by the first time, however much later that is', async () => {
  const keep = keepReply(table())
  expect(await keep(text, noon)).toEqual(noon)
  expect(await keep(text, afterNoon(86_400))).toEqual(noon)
  expect(await keep({ ...text, messageId: 'SM2' }, afterNoon(5))).toEqual(afterNoon(5))
})

it('is kept for good: what was asked and when, nobody’s number and not a word of the text', async () => {
  await keepReply(table())({ ...text, messageId: 'SM3' }, noon)
  expect(await itemsOf(table(), 'M#twilio#SM3')).toEqual({
    REPLY: { PK: 'M#twilio#SM3', SK: 'REPLY', at: atNoon(), asks: 'start' },
  })
})
