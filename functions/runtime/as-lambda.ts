import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { Fault } from '../notification/fault.ts'
import { logger } from './logger.ts'

/** What leaves a function by a throw stays in execution histories and logs, so it carries a name and nothing else. */
const onlyTheName = {
  onError: (request: { error: unknown }) => {
    const { error } = request
    logger.error('the function failed', { error })
    request.error = Object.assign(new Error(error instanceof Fault ? error.message : 'see the log by this request id'), {
      name: error instanceof Error ? error.name : 'Fault',
    })
  },
}

/** Wraps a handler in what all functions share. */
export const asLambda = <Event, Result>(handler: (event: Event) => Promise<Result>) =>
  middy<Event, Result>().use(onlyTheName).use(injectLambdaContext(logger)).handler(handler)
