import { randomUUID } from 'node:crypto'
import { SFNClient } from '@aws-sdk/client-sfn'
import { senderOf } from '../carriers/senders.ts'
import { keepLevel } from '../record/budget/keep-level.ts'
import { giveBackParts, reserveParts } from '../record/budget/reserve-parts.ts'
import { readNotification } from '../record/read-notification.ts'
import { readPerson } from '../record/read-person.ts'
import { forgetCounted } from '../record/recipient/forget-counted.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedCarriers } from '../runtime/deployed-carriers.ts'
import { deployedPolicy } from '../runtime/deployed-policy.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { meetingReceipts } from '../runtime/meeting-receipts.ts'
import { settle, settleTask } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const { SENDERS, MOST_MS_BEFORE_CALL } = environment(Variables.pick({ SENDERS: true, MOST_MS_BEFORE_CALL: true }))
const table = deployedTable()
const workflows = new SFNClient()
const policy = deployedPolicy(table)

export const handler = asLambda(
  createHandler({
    ...meetingReceipts(table, settle(workflows, policy.kinds)),
    ...policy,
    readNotification: readNotification(table),
    readPerson: readPerson(table),
    settleTask: settleTask(workflows),
    reserveParts: reserveParts(table),
    keepLevel: keepLevel(table),
    giveBackParts: giveBackParts(table),
    forgetCounted: forgetCounted(table),
    carriers: deployedCarriers(),
    senderOf: senderOf(SENDERS),
    mostMsBeforeCall: MOST_MS_BEFORE_CALL,
    newMark: randomUUID,
  }),
)
