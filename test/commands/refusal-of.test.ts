import { CloudFormationServiceException } from '@aws-sdk/client-cloudformation'
import { expect, it } from 'vitest'
import { refusalOf } from '../../commands/refusal-of.ts'

const saidByAws = (name: string, message = '') =>
  new CloudFormationServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode: 400 } })

const denied =
  'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:us-east-1:111122223333:table/T/index/I'

it.each([
  ['a right that is missing', saidByAws('AccessDeniedException', denied), /the right dynamodb:Query is missing/],
  ['a right that is missing, of SNS', saidByAws('AuthorizationErrorException', 'not authorized'), /a right is missing/],
  ['credentials that have expired', saidByAws('ExpiredTokenException'), /credentials \(ExpiredTokenException\): sign in/],
  ['no credentials', Object.assign(new Error('none'), { name: 'CredentialsProviderError' }), /credentials/],
  ['a table that is gone', saidByAws('ResourceNotFoundException', 'Requested resource not found'), /not there/],
  ['a queue that is gone', saidByAws('QueueDoesNotExist'), /not there/],
  ['too many calls', saidByAws('ThrottlingException', 'Rate exceeded'), /try again in a minute/],
  ['an endpoint where nobody answers', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), /AWS does not answer/],
  ['an answer that never came', Object.assign(new Error('slow'), { name: 'TimeoutError' }), /AWS does not answer/],
  ['a Region that nobody named', new Error('Region is missing'), /Which Region/],
  ['what else AWS refuses', saidByAws('InternalFailure'), /InternalFailure/],
])('says in a sentence what %s means, and nothing of what AWS said but the right', (_what, error, sentence) => {
  const said = refusalOf(error)?.message
  expect(said).toMatch(sentence)
  expect(said).not.toMatch(/arn:|ada|Rate|resource not/)
})

it('leaves a fault of ours as it is', () => {
  for (const fault of [new TypeError('x is not a function'), new Error('attempt is accepted, expected armed'), 'thrown'])
    expect(refusalOf(fault)).toBeUndefined()
})
