import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SFNClient } from '@aws-sdk/client-sfn'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedPublish } from '../runtime/deployed-publish.ts'
import { eachRecord } from '../runtime/each-record.ts'
import { settle } from '../settle/settle.ts'

const publish = deployedPublish(settle(new SFNClient(), deployedKinds()), new EventBridgeClient())

export const handler = asLambda(eachRecord('DynamoDBStreams', publish))
