import { expect, inject, it } from 'vitest'
import { carrierNetworkClient } from '../../local/carrier-network/client.ts'
import { requestsTo, unmistakable } from './heliograph.ts'
import { commandLine as heliograph } from './run-command-line.ts'

const aRequest = requestsTo(503)
const aCode = `code=${unmistakable.code}`

it('sends a code, follows it to its delivery, and exits with 0', async () => {
  const { to } = aRequest()
  const { out, err, code } = await heliograph('send', 'sign-in-code', '--to', to, '--param', aCode)
  expect({ err, code }).toEqual({ err: '', code: 0 })
  expect(out.trim().split('\n').at(-1)).toMatch(/ Delivered +twilio +[\d.]+ s {2}receipt/)
})

it('prints the status events as JSON, one a line, for a pipe', async () => {
  const { to, notificationId } = aRequest()
  const { out } = await heliograph('send', 'sign-in-code', '--to', to, '--param', aCode, '--id', notificationId, '--json')
  const events = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.map(({ detailType }) => detailType)).toEqual(['Notification Sent', 'Notification Delivered'])
  expect(events[1].detail).toMatchObject({ notificationId, kind: 'verification' })
})

it('shows until when a text is held that is to go later, and then what became of it', async () => {
  const { to } = aRequest()
  const sendAfter = new Date(Date.now() + 4_000).toISOString()
  const { out, err, code } = await heliograph('send', 'sign-in-code', '--to', to, '--param', aCode, '--send-after', sendAfter)
  expect({ err, code }).toEqual({ err: '', code: 0 })
  const [held, ...others] = out.trim().split('\n')
  expect(held).toMatch(/ Held +- +scheduled, until \d{4}-\d\d-\d\d \d\d:\d\d UTC$/)
  expect(others.at(-1)).toContain('Delivered')
})

it('exits with 1 and says why when it is not delivered', async () => {
  const { to } = aRequest()
  const { scriptCarrierPhone } = carrierNetworkClient(inject('deployed').networkUrl)
  await scriptCarrierPhone('twilio', to, { receipts: [{ status: 'undelivered', errorCode: '30004' }] })
  const { out, code } = await heliograph('send', 'sign-in-code', '--to', to, '--param', aCode)
  expect(code).toBe(1)
  expect(out).toContain('recipient, blocked')
})

it('refuses to send under an id that was used before, since the answer would be another text’s', async () => {
  const { to, notificationId } = aRequest()
  const args = ['send', 'sign-in-code', '--to', to, '--param', aCode, '--id', notificationId]
  await heliograph(...args)
  expect(await heliograph(...args)).toMatchObject({
    out: '',
    err: `The id ${notificationId} was used before (delivered): choose another --id, or leave it out.\n`,
    code: 1,
  })
})

it.each([
  [
    'an unknown template',
    ['send', 'no-such', '--to', '+15035550123'],
    'No version of no-such was approved: `heliograph template list` shows what there is.\n',
  ],
  [
    'an id that cannot be one',
    ['send', 'sign-in-code', '--to', '+15035550123', '--id', 'a b'],
    'notificationId must be 1 to 64 of the characters A-Z a-z 0-9 . _ -.\n',
  ],
  [
    'a time that cannot be one, and a place that nobody knows',
    ['send', 'sign-in-code', '--to', '+15035550123', '--send-after', 'noon', '--time-zone', 'Mars'],
    'timeZone must be a time zone by its IANA name, like Europe/Berlin or UTC; sendAfter is not a valid datetime.\n',
  ],
  [
    'a stack that is not there',
    ['send', 'sign-in-code', '--to', '+15035550123', '--stack', 'Nowhere'],
    'There is no stack Nowhere there: deploy it first, or name another by --stack.\n',
  ],
])('says in a sentence what is wrong with %s', async (_case, args, sentence) => {
  expect(await heliograph(...args)).toEqual({ out: '', err: sentence, code: 1 })
})

it('shows what the carriers of this machine do, and makes one do something else for a phone', async () => {
  const { to } = aRequest()
  const network = ['--url', inject('deployed').networkUrl]
  const refusal = '{"call":{"fate":"refuse","code":"21211"}}'
  expect(await heliograph('network', 'script', 'twilio', refusal, '--phone', to, ...network)).toMatchObject({ err: '', code: 0 })
  const { out } = await heliograph('network', 'show', ...network)
  expect(out).toMatch(/^sns at http.*\n.*\ntwilio at http/)
  expect(out).toContain(`twilio with ${to}`)
  expect(await heliograph('send', 'sign-in-code', '--to', to, '--param', aCode)).toMatchObject({ code: 1 })
  expect(await heliograph('network', 'reset', 'twilio', '--phone', to, ...network)).toMatchObject({ code: 0 })
  expect(await heliograph('send', 'sign-in-code', '--to', to, '--param', aCode)).toMatchObject({ code: 0 })
})

it.each([
  ['an unknown carrier', ['network', 'script', 'pigeon', '{}']],
  ['a script that is none', ['network', 'script', 'sns', '{"call":{"fate":"sing"}}']],
])('refuses %s by a sentence of the carrier network', async (_case, args) => {
  const { err, code } = await heliograph(...args, '--url', inject('deployed').networkUrl)
  expect(code).toBe(1)
  expect(err).toMatch(/^[^\n]+\n$/)
})
