import { SFNClient } from '@aws-sdk/client-sfn'
import { isHttpCall } from '../carriers/http-call.ts'
import { findNotification } from '../record/find-notification.ts'
import { parkReceipt } from '../record/rendezvous.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { emit } from '../runtime/emit.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { logger } from '../runtime/logger.ts'
import { takingReceipts } from '../runtime/taking-receipts.ts'
import { twilioAccount } from '../runtime/twilio-account.ts'
import { settle } from '../settle/settle.ts'
import { createCallbackHandler } from './callback-handler.ts'
import { createDeliveryLogHandler } from './delivery-log-handler.ts'

const { TWILIO_ACCOUNT_ARN = '' } = environment(Variables.pick({ TWILIO_ACCOUNT_ARN: true }))
const table = deployedTable()
const taking = takingReceipts(table, settle(new SFNClient(), deployedKinds()))

const takeDeliveryLog = createDeliveryLogHandler({
  ...taking,
  parkReceipt: parkReceipt(table),
  onFailure: (error) => logger.error('an entry of the delivery log could not be taken', { error }),
})

const takeCallback = createCallbackHandler({
  ...taking,
  findNotification: findNotification(table),
  account: twilioAccount(TWILIO_ACCOUNT_ARN).account,
  onRefusal: (reason) => emit({ name: 'CallbackRefused', value: 1, unit: 'Count', dimensions: { reason } }),
})

/** Two ways lead here: SNS's delivery logs by their subscription, and a carrier's callback by the Function URL. */
export const handler = asLambda(async (event: unknown) => (isHttpCall(event) ? takeCallback(event) : takeDeliveryLog(event)))
