import {
  type FunctionConfiguration,
  LambdaClient,
  paginateListFunctions,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda'
import type { ClientSettings } from '../../commands/target.ts'

type Variables = Readonly<Record<string, string>>

/** The deployed functions of the product, whose environment a test may change as an operator may. */
export const deployedFunctions = (settings: ClientSettings) => {
  const lambda = new LambdaClient(settings)

  const all = async (): Promise<FunctionConfiguration[]> => {
    const found: FunctionConfiguration[] = []
    for await (const { Functions = [] } of paginateListFunctions({ client: lambda }, {})) found.push(...Functions)
    return found.filter(({ Environment }) => Environment?.Variables?.POWERTOOLS_SERVICE_NAME !== undefined)
  }

  const give = async ({ FunctionName, Environment }: FunctionConfiguration, more: Variables) => {
    const update = { FunctionName, Environment: { Variables: { ...Environment?.Variables, ...more } } }
    await lambda.send(new UpdateFunctionConfigurationCommand(update))
    await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { FunctionName })
  }

  /** @param name a part of the function's name by which the stack knows it, e.g. "StepsSend" */
  const named = async (name: string) => {
    const [found, ...more] = (await all()).filter(({ FunctionName }) => FunctionName?.includes(name))
    if (found === undefined || more.length > 0) throw new Error(`there is not one function ${name}`)
    return found
  }

  return {
    /** Gives each function variables of its own; all start anew with the next call. */
    giveEach: async (variables: (had: Variables) => Variables) => {
      await Promise.all((await all()).map((one) => give(one, variables(one.Environment?.Variables ?? {}))))
    },
    /** Gives one function variables, until the work is done. All its processes end at once, before and after: nothing may be in flight. */
    whileGiven: async <Result>(name: string, variables: Variables, work: () => Promise<Result>): Promise<Result> => {
      const before = await named(name)
      await give(before, variables)
      try {
        return await work()
      } finally {
        await give(before, {})
      }
    },
  }
}
