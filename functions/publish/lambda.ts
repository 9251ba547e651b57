import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { asLambda } from '../runtime/as-lambda.ts'
import { eachRecord } from '../runtime/each-record.ts'
import { emit } from '../runtime/emit.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { createHandler } from './handler.ts'
import { putStatusEvents } from './put-status-events.ts'

const { BUS_NAME } = environment(Variables.pick({ BUS_NAME: true }))

const publish = createHandler({ putStatusEvents: putStatusEvents({ client: new EventBridgeClient(), name: BUS_NAME }), emit })

export const handler = asLambda(eachRecord('DynamoDBStreams', publish))
