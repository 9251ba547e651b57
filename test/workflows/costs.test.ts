import { afterEach, expect, it, vi } from 'vitest'
import type { Outcome } from '../../functions/notification/outcome.ts'
import { deliver, type Script } from './deliver.ts'
import { refused, throttled, told } from './fates.ts'

/**
 * What a notification costs. A transition is a state that is entered. A read or write of the records is one request for an item
 * or a transaction, from Validate on, the receipts included; not counted is what opens the notification and what publishes it.
 */

afterEach(() => {
  vi.useRealTimers()
})

interface Cost {
  readonly transitions: number
  readonly reads: number
  readonly writes: number
  readonly calls: number
}

const code = { kind: 'verification' } as const

const table: readonly [name: string, script: Script, cost: Cost, ends?: Outcome][] = [
  ['that SNS delivers', { sns: [told('delivered')] }, { transitions: 4, reads: 13, writes: 8, calls: 1 }],
  ['that Twilio delivers', { ...code, twilio: [told('delivered')] }, { transitions: 4, reads: 14, writes: 7, calls: 1 }],
  [
    'that SNS refuses and Twilio delivers',
    { sns: [refused('route')], twilio: [told('delivered')] },
    { transitions: 7, reads: 22, writes: 12, calls: 2 },
  ],
  [
    'of which SNS stays silent and that Twilio delivers',
    { twilio: [told('delivered')] },
    { transitions: 7, reads: 22, writes: 13, calls: 2 },
  ],
  [
    'of which Twilio stays silent and that SNS delivers',
    { ...code, sns: [told('delivered')] },
    { transitions: 7, reads: 21, writes: 14, calls: 2 },
  ],
  [
    'that SNS throttles once and then delivers',
    { sns: [throttled(), told('delivered')] },
    { transitions: 10, reads: 27, writes: 14, calls: 2 },
  ],
  ['of marketing that SNS accepts', { kind: 'marketing' }, { transitions: 4, reads: 12, writes: 5, calls: 1 }, 'accepted'],
  [
    'of marketing that SNS refuses and Twilio accepts',
    { kind: 'marketing', sns: [refused('route')] },
    { transitions: 7, reads: 20, writes: 11, calls: 2 },
    'accepted',
  ],
  ['that both leave in silence', {}, { transitions: 9, reads: 23, writes: 14, calls: 2 }, 'unknown'],
]

it.each(table)('one %s', async (_, script, cost, ends = 'delivered') => {
  const { transitions, counts, calls, outcome } = await deliver(script)
  expect(outcome).toBe(ends)
  expect({ transitions, ...counts, calls: calls() }).toEqual(cost)
})
