import { describe, expect, it } from 'vitest'
import { judgeCallbacks } from '../../../commands/doctor/checks/callbacks.ts'
import { judgeClocks } from '../../../commands/doctor/checks/clocks.ts'
import { judgeConcurrency } from '../../../commands/doctor/checks/concurrency.ts'
import { deadLetters, judgeDeadLetters } from '../../../commands/doctor/checks/dead-letters.ts'
import { judgeDeliveryLogging } from '../../../commands/doctor/checks/delivery-logging.ts'
import { judgeOnDuty } from '../../../commands/doctor/checks/on-duty.ts'
import { judgeSandbox } from '../../../commands/doctor/checks/sandbox.ts'
import { judgeSecrets } from '../../../commands/doctor/checks/secrets.ts'
import { judgeSenders } from '../../../commands/doctor/checks/senders.ts'
import { judgeSpendLimit } from '../../../commands/doctor/checks/spend-limit.ts'
import { judgeTemplates } from '../../../commands/doctor/checks/templates.ts'
import type { Target } from '../../../commands/target.ts'
import { placeholderSid } from '../../../functions/carriers/twilio-account.ts'
import { afterNoon, noon } from '../../builders/noon.ts'
import { anAws } from '../an-aws.ts'

const role = { DeliveryStatusIAMRole: 'arn:aws:iam::111122223333:role/Logs' }
const hashKeys = JSON.stringify({ id: '1', key: 'k'.repeat(64) })
const twilio = (accountSid: string) => ({ secret: JSON.stringify({ accountSid, authToken: 'token' }) })
const sid = `AC${'1'.repeat(32)}`
const subscription = 'arn:aws:sns:us-east-1:111122223333:Alarms:1'

describe('the doctor', () => {
  it.each([
    ['an account outside the sandbox', judgeSandbox(false)],
    ['a spend limit that somebody raised', judgeSpendLimit({ MonthlySpendLimit: '200' })],
    ['every delivery logged', judgeDeliveryLogging({ ...role, DeliveryStatusSuccessSamplingRate: '100' })],
    ['a number of its own', judgeSenders(1, {})],
    ['a sender id', judgeSenders(0, { DefaultSenderID: 'MyShop' })],
    ['room for a burst', judgeConcurrency(100)],
    ['secrets that can be read', judgeSecrets(hashKeys, twilio(sid))],
    ['no Twilio account where none is wanted', judgeSecrets(hashKeys, undefined)],
    ['an unsigned callback that is refused', judgeCallbacks(401)],
    ['clocks half a minute apart', judgeClocks(afterNoon(30), noon)],
    ['empty queues', judgeDeadLetters({ requests: 0, receipts: 0 })],
    ['one template that is sent', judgeTemplates([{ name: 'a', current: 1, isRetired: false }])],
    ['somebody on duty', judgeOnDuty(['PendingConfirmation', subscription], [subscription])],
  ])('finds nothing wrong with %s', (_what, finding) => {
    expect(finding).toEqual({ state: 'fine', says: expect.stringMatching(/^[A-Z0-9].*\.$/) })
  })

  it.each([
    ['the sandbox', judgeSandbox(true)],
    ['the first limit, also where nobody has set one', judgeSpendLimit({})],
    ['a limit of nothing', judgeSpendLimit({ MonthlySpendLimit: '0' })],
    ['no delivery log', judgeDeliveryLogging({ DeliveryStatusSuccessSamplingRate: '100' })],
    ['a sample of deliveries', judgeDeliveryLogging({ ...role, DeliveryStatusSuccessSamplingRate: '99' })],
    ['no rate of deliveries', judgeDeliveryLogging(role)],
    ['a key of the hashes that is none', judgeSecrets('{}', undefined)],
    ['the account that the stack was made with', judgeSecrets(hashKeys, twilio(placeholderSid))],
    ['an account that is none', judgeSecrets(hashKeys, { secret: 'token' })],
    ['a callback that nobody answers', judgeCallbacks(0)],
    ['a callback that something in front of the deployment refuses', judgeCallbacks(403)],
    ['a callback that is believed unsigned', judgeCallbacks(204)],
    ['a clock that is behind', judgeClocks(noon, afterNoon(31))],
    ['a dead letter', judgeDeadLetters({ requests: 0, receipts: 1 })],
    ['no template', judgeTemplates([])],
    [
      'templates that are retired, or still in review',
      judgeTemplates([
        { name: 'a', current: 1, isRetired: true },
        { name: 'b', isRetired: false },
      ]),
    ],
  ])('names %s in a sentence, with a remedy, and no secret in either', (_what, finding) => {
    expect(finding).toMatchObject({ state: 'fault', says: expect.stringMatching(/\.$/), remedy: expect.stringMatching(/\.$/) })
    expect(JSON.stringify(finding)).not.toMatch(/k{64}|token"|:"token/)
  })

  it.each([
    ['the concurrency of a new account', judgeConcurrency(10)],
    ['nobody on duty', judgeOnDuty([], [subscription])],
    ['a subscriber who has not confirmed', judgeOnDuty(['PendingConfirmation', undefined], [subscription])],
    ['warnings that nobody gets', judgeOnDuty([subscription], [])],
    ['no sender that is registered', judgeSenders(0, {})],
  ])('only advises on %s: no text is lost by it', (_what, finding) => {
    expect(finding).toMatchObject({ state: 'advice', says: expect.stringMatching(/\.$/), remedy: expect.stringMatching(/\.$/) })
  })

  it('does not take for fine what nobody knows', () => {
    expect(judgeClocks(noon, undefined).state).toBe('unknown')
  })

  it('counts a dead letter that somebody looks at, and that is hidden for a while', async () => {
    const hidden = { ApproximateNumberOfMessages: '1', ApproximateNumberOfMessagesNotVisible: '2' }
    const { client } = await anAws({
      GetQueueAttributes: ({ QueueUrl }) => (QueueUrl === 'unread' ? { Attributes: hidden } : {}),
    })
    const found = await deadLetters.look({ client, outputs: { PermissionsUnreadUrl: 'unread' } } as Target)
    expect(found).toMatchObject({ state: 'fault', says: 'Dead letters wait: 3 of permissions (Unread).' })
  })

  it('says which queue holds how many', () => {
    expect(judgeDeadLetters({ requests: 2, receipts: 0, 'the bus': 1 }).says).toBe(
      'Dead letters wait: 2 of requests, 1 of the bus.',
    )
  })
})
