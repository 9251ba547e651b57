import { GetQueueUrlCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { TestProject } from 'vitest/node'
import type { Target } from '../../commands/target.ts'
import { startWorld } from '../../local/world.ts'
import { searchForLeaks, watchForLeaks } from '../e2e/watch-for-leaks.ts'
import { deployedFunctions } from './deployed-functions.ts'
import { variablesFor } from './doors.ts'
import { context } from './parcels.ts'
import { type Ends, startFaultProxy } from './proxy/fault-proxy.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where faults are set. */
    readonly faultsUrl: string
    /** Where the functions believe AWS and the carriers to be. */
    readonly doors: Ends
  }
}

/** Longer than `request` may take, and much shorter than the deployed three minutes, which would be most of a run's time. */
const secondsUntilAgain = 40

const letRequestsComeAgainSoon = async ({ client, outputs }: Target) => {
  const queues = new SQSClient(client)
  const { QueueUrl } = await queues.send(new GetQueueUrlCommand({ QueueName: outputs.RequestQueueArn.split(':').at(-1) }))
  const Attributes = { VisibilityTimeout: String(secondsUntilAgain) }
  await queues.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }))
}

/** Puts the world up, with the fault proxy between the functions and all that they call; at its end nothing may have leaked. */
export default async ({ provide }: TestProject) => {
  const otherwise = { log: 'emulator-under-faults', functionsAtOnce: 32, context }
  const world = await startWorld({ emulator: 0, network: 0 }, (_what, work) => work, new AbortController().signal, otherwise)
  const proxy = await startFaultProxy({ aws: world.emulator.url, ...world.network.carrierUrls })
  await deployedFunctions(world.target.client).giveEach(variablesFor(proxy.doors))
  const { target, emulator, network, identities } = world
  await letRequestsComeAgainSoon(target)
  const leakWatch = await watchForLeaks(world)
  provide('deployed', { emulatorUrl: emulator.url, networkUrl: network.url, outputs: target.outputs, identities, leakWatch })
  provide('faultsUrl', proxy.url)
  provide('doors', proxy.doors)
  return async () => {
    try {
      await searchForLeaks(leakWatch)
    } finally {
      await proxy.stop()
      await world.stop()
    }
  }
}
