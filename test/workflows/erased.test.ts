import { afterEach, expect, it, vi } from 'vitest'
import type { Person } from '../../functions/notification/notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { deliver, type Script } from './deliver.ts'
import { refused, silent, throttled } from './fates.ts'

/** What becomes of a notification whose person is erased while it is under way. */

afterEach(() => {
  vi.useRealTimers()
})

/** A person that is there so often, and erased then. */
const thereFor = (times: number) => {
  let left = times
  return { readPerson: async (): Promise<Person | undefined> => (left-- > 0 ? aPerson() : undefined) }
}

it.each<[string, Script, string, string, string]>([
  ['before it is planned', { validate: thereFor(0) }, 'Validate', 'Expired', ''],
  ['between decision and call', { send: thereFor(0) }, 'Validate, Send, Fall back', 'Expired', ''],
  [
    'before the second carrier is called, after the first refused',
    { sns: [refused('route')], send: thereFor(1) },
    'Validate, Send, Fall back, Send, Fall back',
    'Expired',
    '0 s sns',
  ],
  [
    'before the second carrier is called, after the first was silent',
    { sns: [silent], send: thereFor(1) },
    'Validate, Send, Fall back, Send, Fall back',
    'Unknown',
    '0 s sns',
  ],
  [
    'while it holds',
    { sns: [throttled()], validate: thereFor(1) },
    'Validate, Send, Fall back, Hold until due, Validate',
    'Expired',
    '0 s sns',
  ],
])('ends without another text, and without a fault: %s', async (_, script, left, ended, requests) => {
  const run = await deliver(script)
  expect({ left: run.left, ended: run.ended, requests: run.requests }).toEqual({ left, ended, requests })
  expect(run.reason).toBe('person-erased')
})
