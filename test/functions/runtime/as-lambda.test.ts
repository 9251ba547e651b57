import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { aPerson } from '../../builders/a-person.ts'
import { aContext } from './a-context.ts'
import { divertTheLog, whatIsWritten } from './what-is-written.ts'

divertTheLog()
const { asLambda } = await import('../../../functions/runtime/as-lambda.ts')
const { Fault } = await import('../../../functions/notification/fault.ts')

const person = aPerson({ params: { code: '042817' }, text: 'Shop: 042817 is your code.' })
const canaries = /4155550123|042817|is your code/
const about = { message: `refused for ${person.to}`, $metadata: {} }

/** Calls a function of ours as Lambda does, and tells what left it by a throw. */
const thrownBy = (handler: () => Promise<unknown>) =>
  Promise.resolve(asLambda(handler)(undefined, aContext())).then(
    () => expect.fail('nothing was thrown'),
    (error: Error) => error,
  )
const everythingIn = (error: Error) => `${error.stack} ${JSON.stringify(error, Object.getOwnPropertyNames(error))} ${error.cause}`

describe('a function', () => {
  it('answers what its handler answers, and writes nothing of its own', async () => {
    const lines = whatIsWritten()
    const handler = asLambda(async ({ notificationId }: { notificationId: string }) => ({ decided: notificationId }))
    expect(await handler({ notificationId: 'shop-order-4711' }, aContext())).toEqual({ decided: 'shop-order-4711' })
    expect(lines).toEqual([])
  })

  it.each<[string, unknown, string]>([
    [
      'an error of the SDK',
      new ConditionalCheckFailedException({ ...about, Item: marshall(person) }),
      'ConditionalCheckFailedException',
    ],
    ['an input that cannot be read', z.object({ [person.to]: z.never() }).safeParse({ [person.to]: 1 }).error, 'ZodError'],
    ['an error with a cause', new TypeError(`of ${person.to}`, { cause: person }), 'TypeError'],
    ['no error at all', person, 'Fault'],
    ['a text', person.text, 'Fault'],
  ])('fails by name only, whatever its handler threw: %s', async (_, failure, name) => {
    const lines = whatIsWritten()
    const error = await thrownBy(() => Promise.reject(failure))
    expect({ name: error.name, message: error.message }).toEqual({ name, message: 'see the log by this request id' })
    expect(everythingIn(error)).not.toMatch(canaries)
    expect(lines.join()).toContain('the function failed')
    expect(lines.join()).not.toMatch(canaries)
  })

  it('fails with the words of a fault, which name codes and ids only', async () => {
    whatIsWritten()
    const error = await thrownBy(() => Promise.reject(new Fault('shop-order-4711 has no plan')))
    expect({ name: error.name, message: error.message }).toEqual({ name: 'Fault', message: 'shop-order-4711 has no plan' })
  })

  it('writes its failure with the request id by which it can be found', async () => {
    const lines = whatIsWritten()
    await thrownBy(() => Promise.reject(new Error('no answer')))
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'ERROR', message: 'the function failed', awsRequestId: 'request-1', error: { name: 'Error' } },
    ])
  })

  it('does not write what it was asked, also where somebody switches that on', async () => {
    const lines = whatIsWritten()
    vi.stubEnv('POWERTOOLS_LOGGER_LOG_EVENT', 'true')
    vi.resetModules()
    const { asLambda: asLambdaThatLogs } = await import('../../../functions/runtime/as-lambda.ts')
    await asLambdaThatLogs(async () => {})(person, aContext())
    expect(lines).toHaveLength(1)
    expect(lines.join()).not.toMatch(canaries)
  })
})
