import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { searchedPlaces } from '../../docs/personal-data.ts'
import { findCanaries, isExpected, told } from './canaries.ts'
import { canaryBook } from './canary-book.ts'
import { heliograph, order, remember, requestsTo, unmistakable } from './heliograph.ts'
import { commandLine } from './run-command-line.ts'
import { whatWasWritten } from './what-was-written.ts'

const aRequest = requestsTo(646)
const { code, word, otherWord } = unmistakable

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

/** Requests, a cancellation and an opt-out, that tempt each part of the path to write down what it was told. */
const tempting = async () => {
  const hostile = { field: `${word}1234567`, parameter: word + code }
  remember(...Object.values(hostile))
  const delivered = aRequest()
  const wrong = aRequest({ params: { code: word, [hostile.parameter]: code } })
  const unquotable = aRequest({ to: '+1 646 555 Zaunkoenig' })
  const malformed = aRequest({ params: word, [hostile.field]: otherWord, locale: 7 })
  const refused = aRequest(order)
  const message = `Invalid parameter: PhoneNumber Reason: ${refused.to} is not valid to publish to`
  await world.network.scriptCarrierPhone('sns', refused.to, { call: { fate: 'refuse', code: 'InvalidParameter', message } })
  const reported = aRequest(order)
  const providerResponse = `No route to ${reported.to}`
  await world.network.scriptCarrierPhone('sns', reported.to, { receipts: [{ status: 'undelivered', providerResponse }] })
  const { notificationId, to } = aRequest({ notificationId: 'test-tempting' }) // of digits, its id would not be told
  await world.tell('Cancel Notification', { notificationId, [hostile.field]: code, reason: to })
  await world.tell('Suppress Recipient', { to, scope: 'all', [hostile.field]: word })
  await world.event(notificationId, 'Intervention Rejected')
  return { delivered, wrong, unquotable, malformed, refused, reported }
}

it('leaves no number, code, parameter, text or secret anywhere but where docs/security.md says, and is found there', async () => {
  const { delivered, reported, ...stopped } = await tempting()
  const { refused, ...rejected } = stopped
  await world.put(delivered, reported, ...Object.values(stopped))
  for (const { notificationId } of [delivered, reported]) await world.event(notificationId, 'Notification Delivered')
  for (const { notificationId } of Object.values(rejected)) await world.event(notificationId, 'Notification Rejected')
  await world.event(refused.notificationId, 'Notification Undeliverable')
  expect((await commandLine('show', delivered.notificationId, '--reveal')).out).toContain(delivered.to)

  const { leakWatch } = inject('deployed')
  const written = await whatWasWritten(leakWatch)
  const findings = findCanaries(canaryBook(leakWatch.canaries).words(), written)
  const [expected, leaks] = [findings.filter(isExpected), findings.filter((finding) => !isExpected(finding))]
  expect(told(leaks)).toBe('')

  const found = new Set<string>(expected.map(({ place }) => place))
  const fillsOnFailure = ['requestQueue', 'permissionQueue', 'busDeadLetters', 'receiptDeadLetters'] // nothing fails here
  for (const place of Object.keys(searchedPlaces)) if (!fillsOnFailure.includes(place)) expect(found).toContain(place)
  for (const place of ['log', 'execution', 'status event', 'audit record', 'image in the stream', 'attribute of a message'])
    expect(
      written
        .filter((one) => one.place === place)
        .map(({ text }) => text)
        .join('').length,
      `nothing was written in any ${place}`,
    ).toBeGreaterThan(100)
})
