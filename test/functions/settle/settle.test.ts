import { InvalidToken, SFNServiceException, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn'
import { describe, expect, it } from 'vitest'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import { settle, settleTask } from '../../../functions/settle/settle.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { notSent } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

const waiting = { attempt: 1, token: 'token-of-the-image' }
const delivered = aNotification({ waiting, attempts: [anAttempt({ status: 'delivered' })] })
const about = { message: 'about the token', $metadata: {} }

describe('settling', () => {
  it.each([
    ['well', delivered, { token: 'token-of-the-image', by: 'delivered' }],
    ['well, as accepted', aNotification({ waiting, outcome: 'accepted' }), { token: 'token-of-the-image', by: 'accepted' }],
    [
      'by name and cause',
      aNotification({ waiting, attempts: [anAttempt({ answer: notSent() })] }),
      { token: 'token-of-the-image', by: 'Refused', cause: 'account: not-authorized' },
    ],
  ])('resumes the task in the image %s', async (_, notification, resumed) => {
    const workflows = someWorkflows()
    await settle(workflows.client, defaultKinds)(notification)
    expect(workflows.resumed).toEqual([resumed])
  })

  it.each([
    ['nobody waits', { ...delivered, waiting: undefined }],
    ['the wait is not over', aNotification({ waiting, attempts: [anAttempt()] })],
  ])('resumes nothing when %s', async (_, notification) => {
    const workflows = someWorkflows()
    await settle(workflows.client, defaultKinds)(notification)
    expect(workflows.resumed).toEqual([])
  })

  it.each([new TaskTimedOut(about), new TaskDoesNotExist(about), new InvalidToken(about)])(
    'too late is no error: $name',
    async (late) => {
      const { client } = someWorkflows({ failingWith: late })
      await expect(settle(client, defaultKinds)(delivered)).resolves.toBeUndefined()
      await expect(settleTask(client)('token', { error: 'NotArmed', cause: 'overtaken' })).resolves.toBeUndefined()
    },
  )

  it.each([
    new SFNServiceException({ ...about, name: 'AccessDeniedException', $fault: 'client' }),
    new SFNServiceException({ ...about, name: 'ThrottlingException', $fault: 'client' }),
    Object.assign(new Error('no answer'), { name: 'TimeoutError' }),
    Object.assign(new Error('not from Step Functions'), { name: 'TaskTimedOut' }),
  ])('hands on every other error, so that the receipt comes again: $name', async (failure) => {
    const { client } = someWorkflows({ failingWith: failure })
    await expect(settle(client, defaultKinds)(delivered)).rejects.toBe(failure)
  })
})
