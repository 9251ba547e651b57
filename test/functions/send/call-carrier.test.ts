import { expect, it } from 'vitest'
import type { Message } from '../../../functions/carriers/carrier.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import { defaultKinds, kinds, kindsWith } from '../../../functions/notification/kinds.ts'
import type { Notification, Person } from '../../../functions/notification/notification.ts'
import { callCarrier, type Dependencies } from '../../../functions/send/call-carrier.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { accepted, notSent } from '../../builders/an-answer.ts'
import { afterNoon, noon } from '../../builders/noon.ts'

const ref = { notificationId: 'shop-order-4711-shipped', attempt: 2 }

interface World {
  readonly carrier?: CarrierName
  readonly notification?: Notification
  readonly person?: Person | undefined
  readonly startedAt?: Date
  readonly now?: Date
  readonly only?: CarrierName
  readonly kinds?: Dependencies['kinds']
}

/** One call by a deployment that has both carriers, or only the one. */
const call = async ({
  carrier = 'sns',
  notification = aNotification(),
  now = noon,
  startedAt = now,
  only,
  ...world
}: World = {}) => {
  const calls: [CarrierName, Message][] = []
  const aCarrier = (name: CarrierName) => ({
    name,
    send: async (message: Message) => {
      calls.push([name, message])
      return accepted(`message-of-${name}`)
    },
  })
  const { sns, twilio } = { sns: aCarrier('sns'), twilio: aCarrier('twilio') }
  const carriers: Dependencies['carriers'] = only ? { [only]: aCarrier(only) } : { sns, twilio }
  const senderOf: Dependencies['senderOf'] = ({ kind }, name) => ({ senderId: `${name}-${kind}` })
  const person = 'person' in world ? world.person : aPerson()
  const answer = await callCarrier(
    { kinds: world.kinds ?? defaultKinds, carriers, senderOf, mostMsBeforeCall: 4_000 },
    notification,
    { attempt: ref, carrier },
    person,
    startedAt,
    now,
  )
  return { answer, calls }
}

it.each(['sns', 'twilio'] as const)(
  'calls the carrier that was decided on, once, with all that it needs: %s',
  async (carrier) => {
    const { answer, calls } = await call({ carrier })
    const { to, text } = aPerson()
    const sender = { senderId: `${carrier}-order` }
    const message = { to, text, sender, attempt: ref, isTransactional: true, validForSeconds: 86_400 }
    expect(calls).toEqual([[carrier, message]])
    expect(answer).toEqual(accepted(`message-of-${carrier}`))
  },
)

it.each(kinds)('tells the carrier whether it must arrive, as the table of kinds says: %s', async (kind) => {
  const { calls } = await call({ notification: aNotification({ kind }) })
  expect(calls).toMatchObject([['sns', { isTransactional: kind !== 'marketing' }]])
})

it('tells the carrier what the deployment says of the kind', async () => {
  const { calls } = await call({ kinds: kindsWith({ order: { isTransactional: false } }) })
  expect(calls).toMatchObject([['sns', { isTransactional: false }]])
})

it('tells the carrier for how many whole seconds the text is still of use', async () => {
  const { calls } = await call({ now: afterNoon(86_400 - 60.5) })
  expect(calls).toMatchObject([['sns', { validForSeconds: 60 }]])
})

it('calls nobody once too much time has passed since the function began: the call might not end within it', async () => {
  expect((await call({ startedAt: noon, now: afterNoon(4) })).calls).toHaveLength(1)
  expect(await call({ startedAt: noon, now: afterNoon(4.001) })).toEqual({
    answer: notSent('throttled', 'no-time-left'),
    calls: [],
  })
})

it.each([
  ['sns', 'twilio'],
  ['twilio', 'sns'],
] as const)('calls nobody where the deployment has no %s: the account, not the number, is to blame', async (carrier, only) => {
  expect(await call({ carrier, only })).toEqual({ answer: notSent('account', 'carrier-not-configured'), calls: [] })
})

it.each<[string, World]>([
  ['person', { person: undefined }],
  ['text', { person: aPerson({ text: undefined }) }],
  ['letter of a text', { person: aPerson({ text: '' }) }],
  ['number', { person: aPerson({ to: '' }) }],
  ['kind', { notification: aNotification({ kind: undefined }) }],
  ['plan', { notification: aNotification({ plan: undefined }) }],
])('calls nobody where there is no %s any more', async (_, world) => {
  expect(await call(world)).toEqual({ answer: notSent('request', 'text-erased'), calls: [] })
})
