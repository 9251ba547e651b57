import { describe, expect, it } from 'vitest'
import { SenderRule, senderOf } from '../../../functions/carriers/senders.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'

const rules: SenderRule[] = [
  { carrier: 'sns', country: 'US', kind: 'verification', originationNumber: '+14155550100' },
  { country: 'US', originationNumber: '+14155550199' },
  { kind: 'verification', senderId: 'ShopCode' },
  { country: 'DE', senderId: 'Shop' },
]

const poolOfTwilio = `MG${'0'.repeat(32)}`

const to = (country: string, kind: Notification['kind']) => aNotification({ kind, plan: aPlan({ country }) })

describe('the sender of a text', () => {
  it.each<[string, Notification, object]>([
    ['a code to the US', to('US', 'verification'), { originationNumber: '+14155550100' }],
    ['any other text to the US', to('US', 'order'), { originationNumber: '+14155550199' }],
    ['a code to Germany: the first rule that fits', to('DE', 'verification'), { senderId: 'ShopCode' }],
    ['an order to Germany', to('DE', 'order'), { senderId: 'Shop' }],
    ['an order to France, for which there is no rule', to('FR', 'order'), {}],
  ])('of %s', (_, notification, sender) => {
    expect(senderOf(rules)(notification, 'sns')).toEqual(sender)
  })

  it.each([
    ['sns', { originationNumber: '+14155550100' }],
    ['twilio', { messagingServiceSid: poolOfTwilio }],
  ] as const)('is that of its carrier: %s', (carrier, sender) => {
    const byTwilio = { carrier: 'twilio', messagingServiceSid: poolOfTwilio } as const
    expect(senderOf([byTwilio, ...rules])(to('US', 'verification'), carrier)).toEqual(sender)
  })

  it('is that of a rule for every country where none is planned', () => {
    const unplanned = aNotification({ plan: undefined })
    expect(senderOf([{ country: 'US', senderId: 'Shop' }, { senderId: 'Any' }])(unplanned, 'sns')).toEqual({ senderId: 'Any' })
  })

  it('is the name that the template asks for, whatever the rules say', () => {
    const asked = aNotification({ plan: aPlan({ country: 'US', senderId: 'Ours' }) })
    expect(senderOf(rules)(asked, 'sns')).toEqual({ senderId: 'Ours' })
    expect(senderOf([{ messagingServiceSid: poolOfTwilio }])(asked, 'twilio')).toEqual({ senderId: 'Ours' })
  })

  it('is left to the carrier where there are no rules', () => {
    expect(senderOf([])(aNotification(), 'sns')).toEqual({})
  })

  it('is the same for all where a rule names neither carrier nor country nor kind', () => {
    expect(senderOf([{ senderId: 'Shop', originationNumber: '12345' }])(to('FR', 'payment'), 'sns')).toEqual({
      senderId: 'Shop',
      originationNumber: '12345',
    })
  })
})

describe('a rule about senders', () => {
  it.each<[string, object]>([
    ['a sender id of 11 letters and digits', { senderId: 'Shop4711abc' }],
    ['a sender id with its one letter last', { senderId: '123a' }],
    ['a number of ours', { originationNumber: '+14155550100' }],
    ['a short code', { originationNumber: '12345' }],
    ['a pool of senders', { messagingServiceSid: poolOfTwilio }],
    ['no sender at all', { country: 'US' }],
  ])('may hold %s', (_, rule) => {
    expect(SenderRule.safeParse(rule).success).toBe(true)
  })

  it.each<[string, object]>([
    ['a sender id that is too short', { senderId: 'ab' }],
    ['a sender id that is too long', { senderId: 'abcdefghijkl' }],
    ['a sender id of digits only', { senderId: '12345' }],
    ['a sender id with a blank', { senderId: 'My Shop' }],
    ['a number that is too short', { originationNumber: '1234' }],
    ['a number with blanks', { originationNumber: '+1 415 555 0100' }],
    ['a number that is too long', { originationNumber: '+141555501001234' }],
    ['a number after something else', { originationNumber: 'tel:+14155550100' }],
    ['a pool that is none', { messagingServiceSid: 'MG1' }],
    ['a pool with something after it', { messagingServiceSid: `${poolOfTwilio}0` }],
    ['a pool after something else', { messagingServiceSid: `x${poolOfTwilio}` }],
    ['a carrier that nobody knows', { carrier: 'pigeon' }],
    ['a kind that there is not', { kind: 'advert' }],
    ['a field that nobody knows', { land: 'US' }],
  ])('must not hold %s', (_, rule) => {
    expect(SenderRule.safeParse(rule).success).toBe(false)
  })

  it('says what a sender must be', () => {
    const { error } = SenderRule.safeParse({ senderId: 'a', originationNumber: '1', messagingServiceSid: 'MG' })
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'must be 3 to 11 letters and digits, one letter at least',
      'must be MG and 32 hexadecimal digits',
      'must be 5 to 14 digits',
    ])
  })
})
