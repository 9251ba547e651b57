import { randomUUID } from 'node:crypto'
import { SFNClient } from '@aws-sdk/client-sfn'
import { senderOf } from '../carriers/senders.ts'
import { readPerson } from '../record/read-person.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedCarriers } from '../runtime/deployed-carriers.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { meetingReceipts } from '../runtime/meeting-receipts.ts'
import { settle, settleTask } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const { SENDERS, MOST_MS_BEFORE_CALL } = environment(Variables.pick({ SENDERS: true, MOST_MS_BEFORE_CALL: true }))
const table = deployedTable()
const workflows = new SFNClient()

export const handler = asLambda(
  createHandler({
    ...meetingReceipts(table, settle(workflows)),
    readPerson: readPerson(table),
    settleTask: settleTask(workflows),
    carriers: deployedCarriers(),
    senderOf: senderOf(SENDERS),
    mostMsBeforeCall: MOST_MS_BEFORE_CALL,
    newMark: randomUUID,
  }),
)
