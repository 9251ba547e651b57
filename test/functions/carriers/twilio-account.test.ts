import { expect, it } from 'vitest'
import { TwilioAccount } from '../../../functions/carriers/twilio-account.ts'
import { account } from './a-twilio-caller.ts'

it.each<[string, object]>([
  ['with one token', account],
  ['with two, while one is rotated', { ...account, formerAuthToken: 'f'.repeat(32) }],
])('takes an account %s', (_, secret) => {
  expect(TwilioAccount.parse(secret)).toEqual(secret)
})

it.each<[string, object]>([
  ['without an account', { authToken: account.authToken }],
  ['whose account would lead elsewhere', { ...account, accountSid: 'AC/../../other' }],
  ['without a token', { accountSid: account.accountSid }],
  ['with an empty token, by which anybody can sign', { ...account, authToken: '' }],
  ['with an empty former token', { ...account, formerAuthToken: '' }],
])('refuses a secret %s, without quoting it', (_, secret) => {
  const { error } = TwilioAccount.safeParse(secret)
  expect(error?.message).toBeDefined()
  expect(error?.message).not.toContain(account.authToken)
})
