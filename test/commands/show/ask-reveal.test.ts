import { expect, it } from 'vitest'
import { askReveal } from '../../../commands/show/ask-reveal.ts'
import { refusals } from '../../../functions/reveal/refusals.ts'
import { aSignedFunction } from '../../builders/a-signed-function.ts'

const person = { to: '+14155550123', params: { code: '073915' }, text: '073915 is your code.' }

const refusal = (code: keyof typeof refusals) =>
  aSignedFunction(refusals[code].status, JSON.stringify({ code, problems: [refusals[code].sentence] }))

it('a look asks for one notification, and answers number, parameters and text', async () => {
  const { target, calls } = await aSignedFunction(200, JSON.stringify({ person }))
  expect(await askReveal(target, 'shop-order-4711')).toEqual(person)
  expect(calls).toEqual([{ host: expect.any(String), asked: { notificationId: 'shop-order-4711' } }])
})

it('what is erased is no failure: all else is still shown', async () => {
  const { target } = await refusal('nothing-kept')
  expect(await askReveal(target, 'shop-order-4711')).toBeUndefined()
})

it('a refusal is told in its sentence, with its code', async () => {
  const { target } = await refusal('federated-user')
  const [code, message] = ['federated-user', refusals['federated-user'].sentence]
  await expect(askReveal(target, 'shop-order-4711')).rejects.toMatchObject({ code, message })
})

it.each([
  ['AWS itself refuses', 403, '{"Message":"Forbidden"}', 'right to call the function reveal (lambda:InvokeFunctionUrl)'],
  ['it could not be kept that somebody looked', 502, 'Internal Server Error', 'The function reveal answered with 502'],
])('says in a sentence that %s', async (_, status, said, sentence) => {
  const { target } = await aSignedFunction(status, said)
  await expect(askReveal(target, 'shop-order-4711')).rejects.toThrow(sentence)
})
