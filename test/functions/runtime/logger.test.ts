import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, it, vi } from 'vitest'
import { aPerson } from '../../builders/a-person.ts'
import { divertTheLog, whatIsWritten } from './what-is-written.ts'

divertTheLog()
vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'HeliographLocal') // read once, when the module is loaded
const { logger } = await import('../../../functions/runtime/logger.ts')
const { Fault } = await import('../../../functions/notification/fault.ts')

const person = aPerson({ params: { code: '042817' }, text: 'Shop: 042817 is your code.' })
const canaries = /4155550123|042817|is your code/

/** What DynamoDB throws when a condition fails and the item is asked for. */
const refusal = () =>
  new ConditionalCheckFailedException({
    message: `The conditional request failed for ${person.to}`,
    $metadata: { httpStatusCode: 400 },
    Item: marshall(person),
  })

describe('the log', () => {
  it('keeps the level, the message, the ids and codes that are told, and when and by which service', () => {
    const lines = whatIsWritten()
    logger.info('a text was handed over', { notificationId: 'shop-order-4711', attempt: 1, carrier: 'sns', reason: 'opted-out' })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'INFO',
      message: 'a text was handed over',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      service: 'HeliographLocal',
      notificationId: 'shop-order-4711',
      attempt: 1,
      carrier: 'sns',
      reason: 'opted-out',
    })
  })

  it.each<[string, unknown]>([
    ['a refused condition with the whole item', refusal()],
    ['an error that has another for its cause', new Error(`no answer for ${person.to}`, { cause: refusal() })],
    ['an error with fields of its own', Object.assign(new Error('failed'), { person, to: person.to })],
    ['no error at all', person],
    ['a text', person.text],
  ])('names what failed, and holds nothing of it: %s', (_, error) => {
    const lines = whatIsWritten()
    logger.error('the function failed', { error })
    expect(lines).toHaveLength(1)
    expect(lines.join()).toContain('the function failed')
    expect(lines.join()).not.toMatch(canaries)
  })

  it('tells the name and the code of an error', () => {
    const lines = whatIsWritten()
    logger.error('the function failed', { error: refusal() })
    logger.error('the function failed', { error: Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' }) })
    expect(lines.map((line) => JSON.parse(line).error)).toEqual([
      { name: 'ConditionalCheckFailedException' },
      { name: 'Error', code: 'ECONNREFUSED' },
    ])
  })

  it('tells the words of a fault, which names codes and ids only', () => {
    const lines = whatIsWritten()
    logger.error('the function failed', { error: new Fault('shop-order-4711 has no attempt 3') })
    expect(JSON.parse(lines[0] ?? '').error).toEqual({ name: 'Fault', message: 'shop-order-4711 has no attempt 3' })
  })

  it.each<[string, () => void]>([
    ['beside the message', () => logger.info('hello', { to: person.to, person, params: person.params, text: person.text })],
    ['as an error beside the message', () => logger.error('hello', refusal())],
    ['as a text beside the message', () => logger.info('hello', person.text ?? '')],
    ['for every line', () => logger.appendKeys({ person })],
    ['for every line, for good', () => logger.appendPersistentKeys({ person })],
  ])('drops whatever else is told, %s', (_, tell) => {
    const lines = whatIsWritten()
    tell()
    logger.info('hello')
    logger.resetKeys()
    logger.removePersistentKeys(['person'])
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join()).toContain('hello')
    expect(lines.join()).not.toMatch(canaries)
  })
})
