import { isHttpCall } from '../../../functions/carriers/http-call.ts'
import { createHandler as closing } from '../../../functions/close/handler.ts'
import { createHandler as fallingBack } from '../../../functions/fall-back/handler.ts'
import { createHandler as intervening } from '../../../functions/intervene/handler.ts'
import { createHandler as permitting } from '../../../functions/permit/handler.ts'
import { gatherFacts } from '../../../functions/policy/gather-facts.ts'
import { createHandler as publishing } from '../../../functions/publish/handler.ts'
import { createCallbackHandler } from '../../../functions/receipt/callback-handler.ts'
import { createDeliveryLogHandler } from '../../../functions/receipt/delivery-log-handler.ts'
import { keepLevel } from '../../../functions/record/budget/keep-level.ts'
import { readBudget } from '../../../functions/record/budget/read-budget.ts'
import { giveBackParts, reserveParts } from '../../../functions/record/budget/reserve-parts.ts'
import { changeNotification } from '../../../functions/record/change-notification.ts'
import { readDrains } from '../../../functions/record/drains/read-drains.ts'
import { findNotification } from '../../../functions/record/find-notification.ts'
import { openNotification } from '../../../functions/record/open-notification.ts'
import { parkIntervention } from '../../../functions/record/park-intervention.ts'
import { readNotification } from '../../../functions/record/read-notification.ts'
import { readPerson } from '../../../functions/record/read-person.ts'
import { readTemplate } from '../../../functions/record/read-template.ts'
import { changeRecipient } from '../../../functions/record/recipient/change-recipient.ts'
import { forgetCounted } from '../../../functions/record/recipient/forget-counted.ts'
import { readRecipient } from '../../../functions/record/recipient/read-recipient.ts'
import { parkReceipt } from '../../../functions/record/rendezvous.ts'
import { createHandler as requesting } from '../../../functions/request/handler.ts'
import { startWorkflow } from '../../../functions/request/start-workflow.ts'
import { createHandler as sending } from '../../../functions/send/handler.ts'
import { settle, settleTask } from '../../../functions/settle/settle.ts'
import { createHandler as validating } from '../../../functions/validate/handler.ts'
import { twilioAccount } from '../../workflows/scripted-carriers.ts'
import { carriersOver, meetingOver, ourEventsOver, tableOver, takingOver, workflowsOver } from './over-ports.ts'
import type { Ports } from './ports.ts'
import { reviewHandlersOver } from './review-handlers-over.ts'
import {
  budgetZone,
  hashing,
  limits,
  mostMsBeforeCall,
  numbers,
  prices,
  quietHours,
  routing,
  senders,
  workflowArn,
} from './simulated-deployment.ts'

const requestOver = (ports: Ports) =>
  requesting({
    openNotification: openNotification(tableOver(ports)),
    findNotification: findNotification(tableOver(ports)),
    startWorkflow: startWorkflow(workflowsOver(ports), workflowArn),
    putStatusEvents: ourEventsOver(ports),
    keepDeadLetter: ports.keepDeadLetter,
    onRejection: ({ code }) => ports.emit({ name: 'Rejected', value: 1, unit: 'Count', dimensions: { code } }),
    loadHashers: async () => [hashing],
    limits,
    now: ports.now,
  })

/** What is said of a notification, or of somebody. */
const wordsOver = (ports: Ports) => {
  const onRejection = ({ code }: { readonly code: string }) =>
    ports.emit({ name: 'Rejected', value: 1, unit: 'Count', dimensions: { code } })
  const shared = { keepDeadLetter: ports.keepDeadLetter, onRejection, limits, now: ports.now }
  const table = tableOver(ports)
  return {
    intervene: intervening({
      ...shared,
      findNotification: findNotification(table),
      parkIntervention: parkIntervention(table),
      changeNotification: changeNotification(table),
      settle: settle(workflowsOver(ports), routing.kinds),
      putStatusEvents: ourEventsOver(ports),
    }),
    permit: permitting({
      ...shared,
      changeRecipient: changeRecipient(table),
      putEvents: ourEventsOver(ports),
      loadHashers: async () => [hashing],
    }),
  }
}

const policyOver = (ports: Ports) => ({
  kinds: routing.kinds,
  budgetZone,
  gatherFacts: gatherFacts({
    readRecipient: readRecipient(tableOver(ports)),
    loadHashers: async () => [hashing],
    kinds: routing.kinds,
    quietHours,
  }),
})

const validateOver = (ports: Ports) => {
  const table = tableOver(ports)
  return validating({
    ...policyOver(ports),
    readBudget: readBudget(table),
    readDrains: readDrains(table),
    readNotification: readNotification(table),
    readPerson: readPerson(table),
    readTemplate: readTemplate(table),
    changeNotification: changeNotification(table),
    keepLevel: keepLevel(table),
    numbers,
    prices,
    routing,
    now: ports.now,
  })
}

const sendOver = (ports: Ports) => {
  const table = tableOver(ports)
  return sending({
    ...meetingOver(ports),
    ...policyOver(ports),
    readNotification: readNotification(table),
    readPerson: readPerson(table),
    settleTask: settleTask(workflowsOver(ports)),
    reserveParts: reserveParts(table),
    keepLevel: keepLevel(table),
    giveBackParts: giveBackParts(table),
    forgetCounted: forgetCounted(table),
    carriers: carriersOver(ports),
    senderOf: senders,
    mostMsBeforeCall,
    newMark: ports.newMark,
  })
}

const fallBackOver = (ports: Ports) =>
  fallingBack({
    ...meetingOver(ports),
    readDrains: readDrains(tableOver(ports)),
    readNotification: readNotification(tableOver(ports)),
    routing,
    random: ports.random,
  })

const receiptOver = (ports: Ports) => {
  const taking = takingOver(ports)
  const takeDeliveryLog = createDeliveryLogHandler({ ...taking, parkReceipt: parkReceipt(tableOver(ports)), onFailure: () => {} })
  const takeCallback = createCallbackHandler({
    ...taking,
    findNotification: findNotification(tableOver(ports)),
    account: async () => twilioAccount,
    onRefusal: (reason) => ports.emit({ name: 'CallbackRefused', value: 1, unit: 'Count', dimensions: { reason } }),
  })
  return async (event: unknown) => (isHttpCall(event) ? takeCallback(event) : takeDeliveryLog(event))
}

/**
 * The real handlers of one invocation, wired as each function's `lambda.ts` wires them, but for this: secrets are known, not read,
 * and what surrounds a handler in Lambda is the simulation's part (a batch of a queue or a stream, the name that an error leaves
 * with, the log).
 */
export const handlersOver = (ports: Ports) => ({
  ...reviewHandlersOver(ports),
  ...wordsOver(ports),
  request: requestOver(ports),
  validate: validateOver(ports),
  send: sendOver(ports),
  'fall-back': fallBackOver(ports),
  close: closing({ ...meetingOver(ports), findNotification: findNotification(tableOver(ports)) }),
  receipt: receiptOver(ports),
  publish: publishing({
    ...meetingOver(ports),
    changeRecipient: changeRecipient(tableOver(ports)),
    putOurEvents: ourEventsOver(ports),
    emit: ports.emit,
  }),
})

export type Handlers = ReturnType<typeof handlersOver>
