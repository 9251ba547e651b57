import { afterEach, describe, expect, it, vi } from 'vitest'
import { deliver, type Script } from './deliver.ts'
import { crash, refused, silent, throttled, told } from './fates.ts'

/** Executions that an operator stops, and redrives: an outcome is left, and nothing is sent that may have been sent. */

afterEach(() => {
  vi.useRealTimers()
})

const payment = { kind: 'payment' } as const

describe('an operator stops the execution and redrives it from Send', () => {
  const states: readonly [state: string, script: Script, left: string, ended: string, seconds: number][] = [
    [
      'is armed, its carrier not having answered',
      { sns: [{ answersAfter: 9, receipts: { 60: 'delivered' } }] },
      'Send',
      'Delivered',
      55,
    ],
    ['is accepted', { sns: [told('delivered', 60)] }, 'Send', 'Delivered', 55],
    ['is accepted and will stay silent', { sns: [silent] }, 'Send, Fall back', 'Unknown', 600],
    [
      'has an unknown answer',
      { sns: [{ answer: () => ({ type: 'unknown', reason: 'http-500' }) }] },
      'Send, Fall back',
      'Unknown',
      600,
    ],
    ['is delivered', { sns: [told('delivered', 5)] }, 'Send', 'Delivered', 0],
  ]

  it.each(states)('while attempt 1 %s: nothing is sent, and %s leads to %s', async (_, script, left, ended, seconds) => {
    const delivery = await deliver({ ...payment, ...script, abortAfter: 5 })
    expect(delivery.requests).toBe('0 s sns')
    expect(await delivery.redrive()).toMatchObject({ left, ended, seconds })
    expect(delivery.calls()).toBe(1)
    expect(delivery.record()?.outcome).toBe(ended.toLowerCase())
  })

  it('after its outcome was written: nothing is sent, and the outcome stays', async () => {
    const delivery = await deliver({ ...payment, sns: [silent], abortAfter: 5 })
    await delivery.close()
    expect(await delivery.redrive()).toMatchObject({ left: 'Send, Fall back', ended: 'Unknown', seconds: 0 })
    expect(delivery.calls()).toBe(1)
    expect(delivery.record()).toMatchObject({ outcome: 'unknown', reason: 'fault' })
  })

  it('after SNS refused it: Send takes the refusal over, and the next carrier sends', async () => {
    const random = vi.fn<() => number>(crash)
    const script = { ...payment, fallBack: { random }, sns: [refused('route')], twilio: [told('delivered')] } as const
    const delivery = await deliver({ ...script, abortAfter: 5 })
    expect(delivery).toMatchObject({ left: 'Validate, Send, Fall back', ended: 'stopped', requests: '0 s sns' })
    random.mockImplementation(() => 1)
    expect(await delivery.redrive()).toMatchObject({ left: 'Send, Fall back, Send', ended: 'Delivered', seconds: 3 })
    expect(delivery.calls()).toBe(2)
  })

  it('of an order that stays silent: only the next carrier sends', async () => {
    const delivery = await deliver({ sns: [silent], twilio: [told('delivered')], abortAfter: 5 })
    expect(await delivery.redrive()).toMatchObject({ left: 'Send, Fall back, Send', ended: 'Delivered' })
    expect(delivery.calls()).toBe(2)
  })
})

describe('an execution that is stopped by hand leaves an outcome by Close', () => {
  const stopped: readonly [state: string, script: Script, left: string, outcome: string][] = [
    ['a receipt is awaited', { sns: [silent], abortAfter: 5 }, 'Validate, Send', 'unknown'],
    [
      'a refused attempt is held back',
      { sns: [throttled(60)], abortAfter: 5 },
      'Validate, Send, Fall back, Hold until due',
      'undeliverable',
    ],
    [
      'the second attempt is awaited',
      { kind: 'verification', twilio: [silent], abortAfter: 45 },
      'Validate, Send, Fall back, Send',
      'unknown',
    ],
  ]

  it.each(stopped)('while %s', async (_, script, left, outcome) => {
    const delivery = await deliver(script)
    expect(delivery).toMatchObject({ left, ended: 'stopped', outcome: undefined })
    await delivery.close()
    expect(delivery.record()).toMatchObject({ outcome, reason: 'fault' })
  })
})
