import { vi } from 'vitest'
import { isHttpCall } from '../../functions/carriers/http-call.ts'
import { type Dependencies as Closing, createHandler as closing } from '../../functions/close/handler.ts'
import { type Dependencies as FallingBack, createHandler as fallingBack } from '../../functions/fall-back/handler.ts'
import { type Kind, kindsWith } from '../../functions/notification/kinds.ts'
import type { Notification, Person } from '../../functions/notification/notification.ts'
import type { Routing } from '../../functions/notification/routing.ts'
import { createCallbackHandler } from '../../functions/receipt/callback-handler.ts'
import { createDeliveryLogHandler } from '../../functions/receipt/delivery-log-handler.ts'
import { type Dependencies as Sending, createHandler as sending } from '../../functions/send/handler.ts'
import { settle, settleTask } from '../../functions/settle/settle.ts'
import type { Drain } from '../../functions/steering/drain.ts'
import { type Dependencies as Validating, createHandler as validating } from '../../functions/validate/handler.ts'
import { deployments } from '../../infra/deployments.ts'
import { aRequestedNotification } from '../builders/a-notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { aCurrentTemplate } from '../builders/a-template.ts'
import { noon } from '../builders/noon.ts'
import { policyInMemory } from '../builders/policy-in-memory.ts'
import { recordsInMemory } from '../builders/records-in-memory.ts'
import { synthesise } from '../infra/synthesise.ts'
import { countedRecords } from './counted-records.ts'
import { definitionOf } from './definition-of.ts'
import { crash, lambdaFails, type Told } from './fates.ts'
import { type Run, runDefinition, tokens } from './run-definition.ts'
import { type Fates, scriptedCarriers, seconds, twilioAccount } from './scripted-carriers.ts'
import { type StepIn, stepInOver } from './step-in.ts'
import { waitingTasks } from './waiting-tasks.ts'

const definition = definitionOf(synthesise({ deployment: 'local' }))

type Tell = (request: number, told: Told) => Promise<void>

export interface Script extends Partial<Fates> {
  readonly kind?: Kind
  readonly notification?: Partial<Notification>
  readonly person?: Partial<Person>
  readonly routing?: Partial<Routing>
  /** From 0 to 1: where a back-off falls in its span. */
  readonly random?: number
  /** What else a function has to do with than the real world, e.g. records that cannot be reached. */
  readonly validate?: Partial<Validating>
  readonly send?: Partial<Sending>
  readonly fallBack?: Partial<FallingBack>
  readonly close?: Partial<Closing>
  /** What is known of the recipient, and what is left of the budgets. */
  readonly policy?: Parameters<typeof policyInMemory>[0]
  /** What operators have said of the carriers. */
  readonly drains?: readonly Drain[]
  /** What they have said so many seconds after the request. */
  readonly steering?: Readonly<Record<number, readonly Drain[]>>
  /** What happens between the decision to send an attempt and the start of `send`, by the attempt's number. */
  readonly beforeSend?: Readonly<Record<number, (tell: Tell, stepIn: StepIn) => Promise<void>>>
  /** What the requester says before the request is taken. */
  readonly beforeRequest?: Parameters<StepIn>[0]
  /** What the requester says so many seconds after it. */
  readonly steppingIn?: Readonly<Record<number, Parameters<StepIn>[0]>>
  /** Seconds after which Lambda starts each `send` once more with the same payload. */
  readonly startsSendAgainAfter?: number
  /** Seconds after which the first `send` starts at last: its task failed before by an error of Lambda. */
  readonly startsFirstSendAfter?: number
  /** Seconds after which somebody stops the execution by hand. */
  readonly abortAfter?: number
}

/** Codes by Twilio and then SNS, all else the other way; production's waits: 20 s for a code at Twilio, 90 s at SNS. */
const { production, local } = deployments
const deployed: Routing = {
  kinds: kindsWith(production.kinds),
  carriers: local.carriers,
  waits: {
    receiptSeconds: production.receiptSeconds,
    shortest: production.sending.shortestWaitSeconds,
  },
}

interface SendPayload {
  readonly taskToken: string
  readonly next: { readonly waitSeconds: number; readonly attempt: number }
}

/** All that a notification meets on its way, but for the workflow itself. */
const aWorld = (script: Script) => {
  const { kind = 'order', sns = [{}], twilio = [{}], random = 1 } = script
  const notification = aRequestedNotification(script.notification)
  const policy = policyInMemory(script.policy)
  const memory = recordsInMemory({ drains: script.drains ?? [] })
  const { counts, ...records } = countedRecords(memory, policy)
  const tasks = waitingTasks()
  const routing = { ...deployed, kinds: policy.kinds, ...script.routing }
  const shared = {
    ...policy,
    ...records,
    settle: settle(tasks.client, routing.kinds),
    networkOnly: [],
    routing,
    now: () => new Date(),
  }
  const stepIn = stepInOver({ ...shared, parkIntervention: memory.parkIntervention }, notification.notificationId)
  const request = async () => {
    if (script.beforeRequest) await stepIn(script.beforeRequest)
    await memory.openNotification(notification, aPerson({ text: undefined, ...script.person }), noon)
    for (const [after, said] of Object.entries(script.steppingIn ?? {})) void seconds(Number(after)).then(() => stepIn(said))
    for (const [after, said] of Object.entries(script.steering ?? {})) void seconds(Number(after)).then(() => memory.steer(said))
  }
  let marks = 0
  let sends = 0

  const takeDeliveryLog = createDeliveryLogHandler({ ...shared, onFailure: crash })
  const takeCallback = createCallbackHandler({ ...shared, account: async () => twilioAccount, onRefusal: crash })
  const network = scriptedCarriers({ sns, twilio }, async (event) =>
    isHttpCall(event) ? takeCallback(event) : takeDeliveryLog(event),
  )

  const invokeSend = sending({
    ...shared,
    settleTask: settleTask(tasks.client),
    carriers: network.carriers,
    senderOf: () => ({}),
    mostMsBeforeCall: 4_000,
    newMark: () => `mark-${++marks}`,
    ...script.send,
  })
  const send = async (payload: SendPayload) => {
    if (++sends === 1 && script.startsFirstSendAfter !== undefined) {
      void seconds(script.startsFirstSendAfter).then(() => invokeSend(payload))
      return lambdaFails()
    }
    await script.beforeSend?.[payload.next.attempt]?.(network.tell, stepIn)
    if (script.startsSendAgainAfter !== undefined) void seconds(script.startsSendAgainAfter).then(() => invokeSend(payload))
    return tasks.start(payload.taskToken, payload.next.waitSeconds, invokeSend(payload))
  }
  const functions = {
    validate: validating({
      ...shared,
      readTemplate: async (name) => {
        counts.reads += 1
        return name === 'order-shipped' ? aCurrentTemplate({ kind }) : undefined
      },
      numbers: { allowedCountries: local.allowedCountries },
      prices: {},
      ...script.validate,
    }),
    send,
    'fall-back': fallingBack({ ...shared, random: () => random, ...script.fallBack }),
    close: closing({ ...shared, ...script.close }),
  }
  return { notificationId: notification.notificationId, records, counts, tasks, network, request, stepIn, functions }
}

const shortened: Readonly<Record<string, string>> = { 'Send and await receipt': 'Send', Send: 'Send unawaited' }

/** "Send and await receipt" is "Send" here, "Send" is "Send unawaited", and "What next?" is left out: it follows every decision. */
const shorter = (path: readonly string[]) =>
  path.flatMap((state) => (state === 'What next?' ? [] : [shortened[state] ?? state])).join(', ')

/** The last state is the end, but where an execution was stopped in it. */
const ending = ({ path, failure, seconds: took, history }: Run) => {
  const isStopped = failure?.error === 'ExecutionAbortedError' || failure?.cause === 'Execution aborted'
  const left = isStopped ? path : path.slice(0, -1)
  return { left: shorter(left), ended: isStopped ? 'stopped' : path.at(-1), seconds: took, transitions: path.length, history }
}

/**
 * Delivers one notification by the deployed definition and the real functions. Simulated are the records, in memory, Step
 * Functions' waiting tasks, the carriers and their receipts, and time: it stands at noon when the notification is requested.
 */
export const deliver = async (script: Script = {}) => {
  vi.useFakeTimers({ now: noon })
  const { notificationId, records, counts, tasks, network, request, stepIn, functions } = aWorld(script)
  await request()
  const newToken = tokens()
  const run = await runDefinition(definition, functions, { notificationId }, { newToken, abortAfter: script.abortAfter })
  if (script.abortAfter !== undefined) tasks.stop()

  return {
    ...ending(run),
    outcome: records.now()?.outcome,
    reason: records.now()?.reason,
    /** The requests so far, e.g. "0 s twilio, 30 s sns". */
    requests: network.requests.map(({ seconds: after, carrier }) => `${after} s ${carrier}`).join(', '),
    texts: network.requests.map(({ message }) => message),
    /** How often the records were read and written. */
    counts: { ...counts },
    record: () => records.now(),
    calls: () => network.requests.length,
    tell: network.tell,
    stepIn,
    /** What the rule on the machine's status does when an execution failed or was stopped. */
    close: () => functions.close({ notificationId }),
    /** As an operator redrives an execution: it goes on in its Send state, with another token. */
    redrive: async () => {
      const next = records.now()?.next
      const isUnawaited = next?.decision === 'send' && !next.awaitReceipt
      const fromSend = { ...definition, StartAt: isUnawaited ? 'Send' : 'Send and await receipt' }
      return ending(await runDefinition(fromSend, functions, { notificationId, next }, { newToken }))
    },
  }
}

export const pass = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)
