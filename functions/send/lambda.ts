import { randomUUID } from 'node:crypto'
import { SFNClient } from '@aws-sdk/client-sfn'
import { senderOf } from '../carriers/senders.ts'
import { sns } from '../carriers/sns.ts'
import { changeNotification } from '../record/change-notification.ts'
import { readPerson } from '../record/read-person.ts'
import { keepRendezvous } from '../record/rendezvous.ts'
import { storeReceipt } from '../record/store-receipt.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { settle, settleTask } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const { SENDERS, CARRIER_TIMEOUT_MS, MAX_PRICE_USD } = environment(
  Variables.pick({ SENDERS: true, CARRIER_TIMEOUT_MS: true, MAX_PRICE_USD: true }),
)
const table = deployedTable()
const workflows = new SFNClient()

export const handler = asLambda(
  createHandler({
    readPerson: readPerson(table),
    changeNotification: changeNotification(table),
    keepRendezvous: keepRendezvous(table),
    storeReceipt: storeReceipt(table),
    settle: settle(workflows),
    settleTask: settleTask(workflows),
    carriers: { sns: sns({ timeoutMs: CARRIER_TIMEOUT_MS, maxPriceUsd: MAX_PRICE_USD }) },
    senderOf: senderOf(SENDERS),
    newMark: randomUUID,
    now: () => new Date(),
  }),
)
