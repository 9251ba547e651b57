import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callReview } from '../../commands/template/review-client.ts'
import { aSubmission } from '../builders/a-submission.ts'
import { reviewWorld } from '../e2e/review-world.ts'
import { deployedRoles } from './deployed-roles.ts'
import { iamOf } from './iam.ts'

let world: Awaited<ReturnType<typeof reviewWorld>>
let roles: Awaited<ReturnType<typeof deployedRoles>>
const { emulatorUrl, outputs } = inject('deployed')
const owner = { endpoint: emulatorUrl, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
beforeAll(async () => {
  world = await reviewWorld()
  roles = await deployedRoles(owner)
})
afterAll(() => world.stop())

const reason = 'As agreed.'
const submit = (name: string) => world.as('author', { action: 'submit', template: aSubmission({ name }) })
const approve = (name: string) => world.as('reviewer', { action: 'approve', name, version: 1, reason })

describe('with no right but those of its own role', () => {
  it('every function of the review does its work: a version is approved, told of, and retired', async () => {
    await submit('own-approved')
    await world.state('own-approved', 1, 'in review')
    expect(await approve('own-approved')).toMatchObject({ ok: true, state: 'approved' })
    expect((await world.execution('own-approved', 1)).states.at(-1)).toBe('Approved')
    await world.event('own-approved@1', 'Template Approved')
    expect(await world.as('reviewer', { action: 'retire', name: 'own-approved', reason })).toMatchObject({ state: 'retired' })
  })

  it('and one whose execution somebody stopped is closed', async () => {
    await submit('own-stopped')
    await world.state('own-stopped', 1, 'in review')
    await world.abort('own-stopped', 1)
    expect(await world.state('own-stopped', 1, 'rejected')).toMatchObject({ decision: { reason: 'fault' } })
  })
})

describe('with a right taken away', () => {
  it('from check-template, nothing is asked of a person until it is given back', async () => {
    await roles.without('TemplatesStepsCheckTemplate', 'dynamodb:UpdateItem', () => submit('denied-check'))
    await world.state('denied-check', 1, 'in review')
  })

  it('from request-review, nothing can be decided until it is given back', async () => {
    await roles.without('TemplatesStepsRequestReview', 'dynamodb:UpdateItem', async () => {
      await submit('denied-request')
      expect(await approve('denied-request')).toMatchObject({ ok: false, code: 'not-in-review' })
    })
    await world.state('denied-request', 1, 'in review')
    expect(await approve('denied-request')).toMatchObject({ ok: true })
  })

  it('from review, a decision is kept, and the same once more tells the workflow', async () => {
    await submit('denied-decision')
    await world.state('denied-decision', 1, 'in review')
    await roles.without('TemplatesReview', 'states:SendTaskSuccess', () => expect(approve('denied-decision')).rejects.toThrow())
    await world.state('denied-decision', 1, 'approved')
    expect(await approve('denied-decision')).toMatchObject({ ok: true, state: 'approved' })
    expect((await world.execution('denied-decision', 1)).states.at(-1)).toBe('Approved')
  })

  it('from close-review, a stopped execution leaves its version open until it is given back', async () => {
    await submit('denied-close')
    await world.state('denied-close', 1, 'in review')
    await roles.without('TemplatesStepsCloseReview', 'dynamodb:UpdateItem', () => world.abort('denied-close', 1))
    await world.state('denied-close', 1, 'rejected')
  })
})

it('who has no right to the URL is refused by AWS, whatever they say they are', async () => {
  const credentials = await iamOf(emulatorUrl).userWho('stranger', [{ Action: 'dynamodb:GetItem', Resource: '*' }])
  const target = { client: { ...owner, credentials }, outputs }
  const call = callReview(target, { action: 'retire', name: 'order-shipped', reason })
  await expect(call).rejects.toThrow(/lambda:InvokeFunctionUrl/)
})
