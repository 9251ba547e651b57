import { describe, expect, it } from 'vitest'
import type { Message } from '../../functions/carriers/carrier.ts'
import { defaultKinds } from '../../functions/notification/kinds.ts'
import { changeNotification } from '../../functions/record/change-notification.ts'
import { readNotification } from '../../functions/record/read-notification.ts'
import { readPerson } from '../../functions/record/read-person.ts'
import { keepRendezvous } from '../../functions/record/rendezvous.ts'
import { storeReceipt } from '../../functions/record/store-receipt.ts'
import type { Table } from '../../functions/record/table.ts'
import { type Arming, arm } from '../../functions/send/arm.ts'
import { createHandler } from '../../functions/send/handler.ts'
import { settle, settleTask } from '../../functions/settle/settle.ts'
import { aSendNext } from '../builders/a-send-next.ts'
import { accepted } from '../builders/an-answer.ts'
import { noon } from '../builders/noon.ts'
import { policyInMemory } from '../builders/policy-in-memory.ts'
import { someWorkflows } from '../builders/some-workflows.ts'
import { aTable } from './a-table.ts'
import { loseReply } from './disturb.ts'
import { opened } from './opened.ts'

const table = aTable()
const fifty = Array.from({ length: 50 }, (_, index) => index)

const armAs = (records: Table, id: string, mark: string, taskToken: string) =>
  changeNotification(records)(id, (notification) =>
    arm(
      notification,
      { next: aSendNext(), taskToken, mark, startedAt: noon, ask: async () => ({ verdict: 'send', answers: [], reliesOn: [] }) },
      noon,
    ),
  )

/** Send as it is deployed, but for its carrier. */
const aSendFunction = (records: Table, notificationId: string) => {
  const calls: Message[] = []
  const { client } = someWorkflows()
  let marks = 0
  const send = createHandler({
    ...policyInMemory(),
    readNotification: readNotification(records),
    readPerson: readPerson(records),
    changeNotification: changeNotification(records),
    keepRendezvous: keepRendezvous(records),
    storeReceipt: storeReceipt(records),
    settle: settle(client, defaultKinds),
    settleTask: settleTask(client),
    carriers: {
      sns: {
        name: 'sns',
        send: async (message) => {
          calls.push(message)
          return accepted(`message-of-${notificationId}`)
        },
      },
    },
    senderOf: () => ({}),
    newMark: () => {
      marks += 1
      return `mark-${marks}`
    },
    mostMsBeforeCall: 4_000,
    networkOnly: [],
    now: () => noon,
  })
  const sendBy = (taskToken: string) => send({ notificationId, next: aSendNext(), taskToken })
  return { sendBy, calls }
}

describe('of fifty invocations that arm one attempt at once', () => {
  it.each<[string, (index: number) => string, Arming]>([
    ['by tasks of their own, the others wait in its stead', (index) => `token-${index}`, 'waiting'],
    ['by the same task, the others do nothing', () => 'token', 'started-twice'],
  ])('one alone may call the carrier: %s', async (_, tokenOf, others) => {
    const records = table()
    const { notificationId: id } = await opened(records)
    const armings = await Promise.all(fifty.map((index) => armAs(records, id, `mark-${index}`, tokenOf(index))))
    const answers = armings.map(({ answer }) => answer)
    const winner = answers.indexOf('armed')
    expect(answers.toSorted((a, b) => a.localeCompare(b))).toEqual(['armed', ...Array(49).fill(others)])
    const { attempts } = await readNotification(records)(id)
    expect(attempts).toMatchObject([{ number: 1, mark: `mark-${winner}` }])
  })

  it('one calls the carrier, whether they are redrives or second starts', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    const { sendBy, calls } = aSendFunction(records, id)
    await Promise.all(fifty.map((index) => sendBy(`token-${index % 10}`)))
    expect(calls).toHaveLength(1)
    expect(await readNotification(records)(id)).toMatchObject({ attempts: [{ answer: { type: 'accepted' } }] })
  })
})

describe('an invocation whose arming was written and never confirmed', () => {
  it('knows that it won, calls the carrier and keeps its answer', async () => {
    const records = table()
    const { notificationId: id } = await opened(records)
    loseReply(records, 'UpdateItemCommand')
    const { sendBy, calls } = aSendFunction(records, id)
    await sendBy('token')
    expect(calls).toHaveLength(1)
    expect(await readNotification(records)(id)).toMatchObject({
      attempts: [{ mark: 'mark-1', status: 'accepted', answer: { type: 'accepted' } }],
      waiting: { attempt: 1, token: 'token' },
    })
  })
})
