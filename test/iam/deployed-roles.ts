import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { vi } from 'vitest'
import type { ClientSettings } from '../../commands/target.ts'
import { deployedNames } from './deployed-names.ts'
import { iamOf } from './iam.ts'

/** The rights of the deployed functions, each called as its construct, e.g. "DeliveryStepsSend". */
export const deployedRoles = async (client: ClientSettings) => {
  const nameOf = await deployedNames(client)
  const logs = new CloudWatchLogsClient(client)
  const iam = iamOf(client.endpoint ?? '')

  /** Waits until the function has said in its log, from this instant on, that it was denied something. */
  const denied = (step: string, from: number) =>
    vi.waitFor(
      async () => {
        const filter = new FilterLogEventsCommand({ logGroupName: nameOf(`${step}Log`), startTime: from })
        const { events = [] } = await logs.send(filter)
        if (!events.some(({ message }) => message?.includes('AccessDenied'))) throw new Error(`${step} was denied nothing yet`)
      },
      { timeout: 20_000, interval: 200 },
    )

  return {
    /** What IAM says to a function that does this. */
    decision: (step: string, action: string, resource: string) =>
      iam.decision(`arn:aws:iam::000000000000:role/${nameOf(`${step}Role`)}`, action, resource),
    /** Does this while a function lacks a right, until it was denied something and what follows of that was looked at. */
    without: async (
      step: string,
      action: string,
      during: () => Promise<unknown>,
      seen: () => Promise<unknown> = async () => {},
    ) => {
      const from = Date.now()
      await iam.deny(nameOf(`${step}Role`), action)
      try {
        await during()
        await denied(step, from)
        await seen()
      } finally {
        await iam.restore(nameOf(`${step}Role`))
      }
    },
  }
}
