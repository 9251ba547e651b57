import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SFNClient } from '@aws-sdk/client-sfn'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedPublish } from '../runtime/deployed-publish.ts'
import { eachChange } from '../runtime/each-change.ts'
import { settle } from '../settle/settle.ts'

const publish = deployedPublish(settle(new SFNClient(), deployedKinds()), new EventBridgeClient())

export const handler = asLambda(eachChange(publish))
