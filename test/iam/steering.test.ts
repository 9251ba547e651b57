import { beforeAll, describe, expect, inject, it } from 'vitest'
import * as z from 'zod'
import { askSteering } from '../../commands/carriers/ask-steering.ts'
import { askExplainer } from '../../commands/policy/ask-explainer.ts'
import { DrainChange } from '../../functions/steering/drain-change.ts'
import { deployedRoles } from './deployed-roles.ts'
import { iamOf } from './iam.ts'

const { emulatorUrl, outputs } = inject('deployed')
const owner = { endpoint: emulatorUrl, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
const target = { client: owner, outputs }
/** Nobody is texted there by any test. */
const place = { carrier: 'twilio', country: 'NL', reason: 'As agreed.' } as const

let roles: Awaited<ReturnType<typeof deployedRoles>>
beforeAll(async () => {
  roles = await deployedRoles(owner)
})

const drain = () => askSteering(target, { action: 'drain', ...place })
const restore = () => askSteering(target, { action: 'restore', ...place })

describe('with no right but those of its own role', () => {
  it('steer drains a carrier and restores it, and explain tells who did', async () => {
    expect((await drain()).drains).toContainEqual(expect.objectContaining({ country: 'NL' }))
    expect((await restore()).drains).not.toContainEqual(expect.objectContaining({ country: 'NL' }))
    const history = await askExplainer(target, { about: 'drains', most: 2 }, z.array(DrainChange))
    expect(history.map(({ action, country }) => `${action} ${country}`)).toEqual(['restore NL', 'drain NL'])
  })
})

describe('with a right taken away', () => {
  it('from steer, to write: nothing is drained', async () => {
    await roles.without('SteeringSteer', 'dynamodb:PutItem', () => expect(drain()).rejects.toThrow())
    await expect(restore()).rejects.toThrow('not drained')
  })
})

it('who has no right to the URL is refused by AWS, whatever they say they are', async () => {
  const credentials = await iamOf(emulatorUrl).userWho('passer-by', [{ Action: 'dynamodb:GetItem', Resource: '*' }])
  const call = askSteering({ client: { ...owner, credentials }, outputs }, { action: 'drain', ...place })
  await expect(call).rejects.toThrow(/lambda:InvokeFunctionUrl/)
})
