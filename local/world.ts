import { join } from 'node:path'
import { type ClientSettings, readStack, type Target } from '../commands/target.ts'
import { deployments } from '../infra/deployments.ts'
import { approveTemplates } from './approve-templates.ts'
import { type CarrierNetwork, startCarrierNetwork } from './carrier-network/carrier-network.ts'
import { carrierNetworkClient } from './carrier-network/client.ts'
import { deploy } from './deploy.ts'
import { type Emulator, startEmulator } from './emulator/emulator.ts'
import type { Rules } from './emulator/ministack.ts'
import { giveTwilioAccount } from './give-twilio-account.ts'
import { type Identities, makeIdentities } from './make-identities.ts'
import { writeAwsConfig } from './write-aws-config.ts'

const repository = join(import.meta.dirname, '..')
const region = 'us-east-1'
const account = '000000000000'

export interface World {
  readonly emulator: Emulator
  readonly network: CarrierNetwork
  readonly target: Target
  readonly identities: Identities
  readonly stop: () => Promise<void>
}

interface Ports {
  readonly emulator: number
  readonly network: number
}

/** What a world does otherwise than that of `npm start`. */
export interface Otherwise extends Rules {
  /** Names the emulator's log below .local: two worlds at once need two. */
  readonly log?: string
  /** What its deployment decides otherwise, for the CDK, e.g. { 'heliograph.budgetZone': 'Europe/Berlin' }. */
  readonly context?: Readonly<Record<string, string>>
}

/** Says what is being done, and when it is done, in how many seconds. */
export type Tell = <Result>(what: string, work: Promise<Result>) => Promise<Result>

/** All of Heliograph on this machine: the emulator, the carrier network, the deployed stack and its templates. */
export const startWorld = async (ports: Ports, tell: Tell, signal: AbortSignal, otherwise: Otherwise = {}): Promise<World> => {
  const log = ports.emulator === 0 ? 'emulator-of-tests' : 'emulator'
  const emulator = await tell('the emulator starts', startEmulator({ port: ports.emulator, log, ...otherwise }))
  const started: { stop: () => Promise<void> }[] = [emulator]
  const stop = async () => {
    for (const one of started.reverse()) await one.stop()
  }
  try {
    const logs = { endpoint: emulator.url, region, account }
    const network = await tell(
      'the carrier network starts',
      startCarrierNetwork({ port: ports.network, logs, twilio: { callbacksTo: emulator.url } }),
    )
    started.push(network)
    const folder = join(repository, '.local', `deployment-${new URL(emulator.url).port}`)
    const { sns, twilio } = network.carrierUrls
    const context = { 'heliograph.endpoints.sns': sns, 'heliograph.endpoints.twilio': twilio, ...otherwise.context }
    await tell('the stack is deployed', deploy(emulator.environment, context, folder, signal))
    const client: ClientSettings = {
      endpoint: emulator.url,
      region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }
    const target = await readStack(client, deployments.local.stackName)
    await giveTwilioAccount(target)
    if (target.outputs.TwilioReplyUrl)
      await carrierNetworkClient(network.url).bringRepliesTo('twilio', target.outputs.TwilioReplyUrl)
    const identities = await makeIdentities(target, deployments.local.stackName)
    const config = ports.emulator === 0 ? join(folder, 'aws-config') : join(repository, '.local', 'aws-config')
    await writeAwsConfig(target, identities, config)
    await tell('the templates are reviewed', approveTemplates(target, identities, join(repository, 'templates')))
    return { emulator, network, target, identities, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
