import { receiptEvent } from '../../workflows/scripted-carriers.ts'
import { invokeLater } from '../cloud/invoke-later.ts'
import { idOf } from '../core/ids.ts'
import type { CarrierCall, Statement } from '../core/ledger.ts'
import type { World } from '../core/world.ts'
import type { Telling } from './fate.ts'

/** Seconds after which Twilio calls back again; three times, as the callback's URL asks for. */
const pauses = [1, 5, 20]

/** Twilio waits no longer for an answer. */
const patienceMs = 15_000

const nobody = { sns: 'message-of-somebody-else', twilio: `SM${'f'.repeat(32)}` } as const

/** What `receipt` is given: as the carrier says it, or as somebody else does in its name. */
const eventOf = ({ carrier, messageId, of, attempt, ownClock }: CarrierCall, { told, from }: Telling): object => {
  const about = { carrier, messageId, attempt: { notificationId: idOf(of), attempt }, at: new Date(ownClock) }
  if (from === 'foreigner')
    return receiptEvent({ ...about, messageId: nobody[carrier], attempt: { notificationId: `other-${of}`, attempt } }, told)
  const event = receiptEvent(about, told)
  if (from !== 'forger') return event
  const forged = { ...event, headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': 'AAAA' } }
  return forged
}

const isGood = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'statusCode' in answer && Number(answer.statusCode) < 300

/** One call of Twilio's. @returns whether it was answered well and in time */
const callBack = async (world: World, statement: Statement, event: object): Promise<boolean> => {
  const { of } = statement.call
  const answered = world
    .lambda('receipt', [{ of, run: ({ receipt }) => receipt(event) }])
    .then(([result]) => {
      const isTaken = result?.status === 'fulfilled' && isGood(result.value)
      if (isTaken) statement.takenAt ??= world.time.now()
      return isTaken
    })
    .catch(() => false)
  return Promise.race([answered, world.time.sleep(patienceMs).then(() => false)])
}

const callBackOften = async (world: World, statement: Statement, event: object): Promise<void> => {
  for (const pause of [...pauses, undefined]) {
    if ((await callBack(world, statement, event)) || pause === undefined) return
    await world.time.sleep(pause * 1000)
  }
}

const hasFailed = ({ told, genuine }: Statement) => genuine && told !== 'delivered' && told !== 'sent'

/** An id that two messages have speaks for both, unless the receipt names its attempt, as Twilio's do. */
const meantBy = (call: CarrierCall, calls: readonly CarrierCall[]): readonly CarrierCall[] =>
  call.sharesId && call.carrier === 'sns' ? calls.filter(({ messageId }) => messageId === call.messageId) : [call]

const tell = (world: World, call: CarrierCall, telling: Telling) => {
  const { time, ledger } = world
  const statement: Statement = {
    call,
    told: telling.told,
    genuine: telling.from === undefined,
    at: time.now(),
    takenAt: undefined,
  }
  ledger.statements.push(statement)
  if (hasFailed(statement)) for (const meant of meantBy(call, ledger.calls)) meant.saidFailedAt ??= time.now()
  world.tell(call.of, () => `${call.carrier} tells ${telling.told} of attempt ${call.attempt} ${telling.from ?? ''}`.trim())
  const event = eventOf(call, telling)
  const onDone = () => {
    statement.takenAt ??= time.now()
  }
  const work = { of: call.of, run: ({ receipt }: { receipt: (event: unknown) => Promise<unknown> }) => receipt(event) }
  if (call.carrier === 'sns') void invokeLater(world, 'receipt', work, 'not-taken', onDone)
  else void callBackOften(world, statement, event)
}

/** Between two of the same receipts, in milliseconds. */
const repeatMs = 35

/** Lets everything be told that will be told of a call. */
export const tellReceipts = (world: World, call: CarrierCall, tells: readonly Telling[]): void => {
  for (const telling of tells)
    for (let time = 0; time < (telling.times ?? 1); time++)
      world.time.after(telling.afterMs + time * repeatMs, () => tell(world, call, telling))
}
