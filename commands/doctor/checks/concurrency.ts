import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { advice, type Check, type Finding, fine } from '../finding.ts'

/** The requests that are taken at once (20 in production), and as many again for each of the steps behind them. */
const leastConcurrency = 100

/** @param unreserved how many functions of the account may run at once in the Region */
export const judgeConcurrency = (unreserved: number): Finding =>
  unreserved < leastConcurrency
    ? advice(
        `Lambda runs ${unreserved} functions of this account at once: texts of a burst would wait, and receipts with them.`,
        `Ask Service Quotas for 1,000 concurrent executions of Lambda; new accounts begin with 10.`,
      )
    : fine(`Lambda runs ${unreserved} functions of this account at once.`)

export const concurrency: Check = {
  name: 'quotas',
  look: async ({ client }) => {
    const { AccountLimit } = await new LambdaClient(client).send(new GetAccountSettingsCommand({}))
    return judgeConcurrency(AccountLimit?.UnreservedConcurrentExecutions ?? 0)
  },
}
