import { gzipSync } from 'node:zlib'
import { vi } from 'vitest'
import type { Message } from '../../functions/carriers/carrier.ts'
import { type Dependencies as Closing, createHandler as closing } from '../../functions/close/handler.ts'
import { type Dependencies as FallingBack, createHandler as fallingBack } from '../../functions/fall-back/handler.ts'
import type { Answer } from '../../functions/notification/attempt.ts'
import type { IndustryKind } from '../../functions/notification/kinds.ts'
import type { Notification, Person } from '../../functions/notification/notification.ts'
import { createHandler as receiving } from '../../functions/receipt/handler.ts'
import { type Dependencies as Sending, createHandler as sending } from '../../functions/send/handler.ts'
import { settle, settleTask } from '../../functions/settle/settle.ts'
import { type Dependencies as Validating, createHandler as validating } from '../../functions/validate/handler.ts'
import { deployments } from '../../infra/deployments.ts'
import { aRequestedNotification } from '../builders/a-notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { aTemplate } from '../builders/a-template.ts'
import { accepted } from '../builders/an-answer.ts'
import { noon } from '../builders/noon.ts'
import { recordsInMemory } from '../builders/records-in-memory.ts'
import { synthesise } from '../infra/synthesise.ts'
import { definitionOf } from './definition-of.ts'
import { runDefinition } from './run-definition.ts'
import { waitingTasks } from './waiting-tasks.ts'

const definition = definitionOf(synthesise({ deployment: 'local' }))

interface Script {
  readonly kind?: IndustryKind
  readonly notification?: Partial<Notification>
  readonly person?: Partial<Person>
  /** What the carrier says to the call; it throws where the function dies during it. */
  readonly answer?: () => Answer
  /** Seconds that the carrier thinks. */
  readonly answersAfter?: number
  /** Lines of the delivery log, by the seconds after the call at which they come. */
  readonly receipts?: Readonly<Record<number, string>>
  /** What else a function has to do with than the real world, e.g. records that cannot be reached. */
  readonly validate?: Partial<Validating>
  readonly send?: Partial<Sending>
  readonly fallBack?: Partial<FallingBack>
  readonly close?: Partial<Closing>
}

const { production } = deployments
const routing: Validating['routing'] = {
  carriers: production.carriers,
  waits: {
    receiptSeconds: production.receiptSeconds,
    byKind: production.receiptWaitSeconds,
    shortest: production.sending.shortestWaitSeconds,
  },
}

/** A line of SNS's delivery log, as CloudWatch hands it over. */
const subscriptionTo = (message: string) => {
  const delivery = { messageType: 'DATA_MESSAGE', logEvents: [{ message }] }
  return { awslogs: { data: gzipSync(JSON.stringify(delivery)).toString('base64') } }
}

const seconds = (count: number) => new Promise<void>((resolve) => setTimeout(resolve, count * 1000))

/**
 * Delivers one notification by the deployed definition and the real functions. Simulated are the records, in memory, Step
 * Functions' waiting tasks, the carrier and its receipts, and time: it stands at noon when the notification is requested.
 */
export const deliver = async (script: Script = {}) => {
  vi.useFakeTimers({ now: noon })
  const { kind = 'order', answer = accepted, answersAfter = 0, receipts = {} } = script
  const notification = aRequestedNotification(script.notification)
  const records = recordsInMemory({ notification, person: aPerson({ text: undefined, ...script.person }) })
  const tasks = waitingTasks()
  const shared = { ...records, settle: settle(tasks.client), now: () => new Date() }
  const texts: Message[] = []

  const onFailure = (error: unknown) => {
    throw error
  }
  const receive = receiving({ ...shared, onFailure })
  const send = async (message: Message): Promise<Answer> => {
    texts.push(message)
    for (const [after, line] of Object.entries(receipts)) void seconds(Number(after)).then(() => receive(subscriptionTo(line)))
    if (answersAfter > 0) await seconds(answersAfter)
    return answer()
  }

  const validate = validating({
    ...shared,
    readTemplate: async (name) => (name === 'order-shipped' ? aTemplate({ kind }) : undefined),
    numbers: { allowedCountries: production.allowedCountries },
    routing,
    ...script.validate,
  })
  const invokeSend = sending({
    ...shared,
    settleTask: settleTask(tasks.client),
    carriers: { sns: { name: 'sns', send } },
    senderOf: () => ({}),
    newMark: () => 'mark-1',
    ...script.send,
  })
  const functions = {
    validate,
    send: (payload: { readonly taskToken: string; readonly next: { readonly waitSeconds: number } }) =>
      tasks.start(payload.taskToken, payload.next.waitSeconds, invokeSend(payload)),
    'fall-back': fallingBack({ ...shared, ...script.fallBack }),
    close: closing({ ...shared, ...script.close }),
  }
  const { notificationId } = notification
  const { left, ended, seconds: took, history } = await runDefinition(definition, functions, { notificationId })
  const record = () => records.now()
  return { left, ended, seconds: took, outcome: record()?.outcome, reason: record()?.reason, texts, history, record }
}
