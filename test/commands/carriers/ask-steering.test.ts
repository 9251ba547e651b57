import { expect, it } from 'vitest'
import { askSteering } from '../../../commands/carriers/ask-steering.ts'
import { aDrain } from '../../builders/a-drain.ts'
import { aSignedFunction, signedFunctionsAt } from '../../builders/a-signed-function.ts'

const call = { action: 'drain', carrier: 'twilio', reason: 'codes come late' } as const
const answer = { carrier: 'twilio', drains: [aDrain('twilio')], withoutOther: ['payment'] }

it('a call carries what is asked, and answers what stands then', async () => {
  const { target, calls } = await aSignedFunction(200, JSON.stringify(answer))
  expect(await askSteering(target, call)).toEqual(answer)
  expect(calls).toEqual([{ host: 'abc.lambda-url.eu-central-1.on.aws', asked: call }])
})

it('a refusal is told in its sentences, with its code', async () => {
  const { target } = await aSignedFunction(409, '{"code":"not-drained","problems":["It is not drained."]}')
  await expect(askSteering(target, call)).rejects.toMatchObject({ message: 'It is not drained.', code: 'not-drained' })
})

it.each([
  ['AWS itself refuses', 403, '{"Message":"Forbidden"}', 'lambda:InvokeFunctionUrl'],
  ['nobody can read the answer', 500, 'Internal Server Error', 'answered with 500'],
  ['it is of another version', 200, '{"carrier":"twilio"}', 'answered with 200'],
])('says in a sentence that %s', async (_, status, said, sentence) => {
  const { target } = await aSignedFunction(status, said)
  await expect(askSteering(target, call)).rejects.toThrow(sentence)
})

it('says in a sentence that nothing answers', async () => {
  const nowhere = signedFunctionsAt('http://127.0.0.1:1')
  await expect(askSteering(nowhere, call)).rejects.toThrow('No steering answers at abc.lambda-url')
})
