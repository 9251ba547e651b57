import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { putOurEvents } from '../publish/put-our-events.ts'
import { keepReply } from '../record/keep-reply.ts'
import { changeRecipient } from '../record/recipient/change-recipient.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { emit } from '../runtime/emit.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { loadHashers } from '../runtime/load-hashers.ts'
import { twilioAccount } from '../runtime/twilio-account.ts'
import { createHandler } from './handler.ts'

const { BUS_NAME, HASH_KEY_ARN, TWILIO_ACCOUNT_ARN } = environment(
  Variables.pick({ BUS_NAME: true, HASH_KEY_ARN: true }).extend({
    TWILIO_ACCOUNT_ARN: Variables.shape.TWILIO_ACCOUNT_ARN.unwrap(),
  }),
)
const table = deployedTable()

export const handler = asLambda(
  createHandler({
    account: twilioAccount(TWILIO_ACCOUNT_ARN).account,
    loadHashers: () => loadHashers(HASH_KEY_ARN),
    keepReply: keepReply(table),
    changeRecipient: changeRecipient(table),
    putEvents: putOurEvents({ client: new EventBridgeClient(), name: BUS_NAME }),
    onRefusal: (reason) => emit({ name: 'ReplyRefused', value: 1, unit: 'Count', dimensions: { reason } }),
    now: () => new Date(),
  }),
)
