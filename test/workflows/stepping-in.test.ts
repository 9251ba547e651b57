import { afterEach, describe, expect, it, vi } from 'vitest'
import { aCurrentTemplate } from '../builders/a-template.ts'
import { atNoon } from '../builders/noon.ts'
import { deliver, pass, type Script } from './deliver.ts'
import { crash, refused, silent, throttled, told, unclear } from './fates.ts'
import { seconds } from './scripted-carriers.ts'

/** What becomes of a notification that is cancelled, or whose recipient acts, while it is under way. */

afterEach(() => {
  vi.useRealTimers()
})

const code = { kind: 'verification' } as const
const cancelling: Script['beforeSend'] = {
  1: (_, stepIn) => stepIn('cancel'),
  2: (_, stepIn) => stepIn('cancel'),
}
const once = 'Validate, Send'
const stops = 'Validate, Send, Fall back'
const fallsBack = 'Validate, Send, Fall back, Send'
const held = 'Validate, Send, Fall back, Hold until due, Validate'

/** A template that takes three seconds to be read. */
const slowly = async () => {
  await seconds(3)
  return aCurrentTemplate()
}

describe('a cancellation that is written before arming wins within the moment, and nobody is texted', () => {
  it.each<readonly [name: string, script: Script, left: string, seconds: number, requests: string, endedAfter: number]>([
    ['before the request', { beforeRequest: 'cancel' }, 'Validate', 0, '', 0],
    ['while Validate judges', { validate: { readTemplate: slowly }, steppingIn: { 1: 'cancel' } }, 'Validate', 3, '', 1],
    ['between Validate and send', { beforeSend: cancelling }, stops, 0, '', 0],
    ['while an absent phone is held for', { sns: [told('absent')], steppingIn: { 300: 'cancel' } }, held, 603, '0 s sns', 300],
    ['while a throttling carrier is left alone', { sns: [throttled()], steppingIn: { 2: 'cancel' } }, held, 5, '0 s sns', 2],
    [
      'between the refusal of the first carrier and the call of the second',
      { sns: [refused('route')], beforeSend: { 2: (_, stepIn) => stepIn('cancel') } },
      `${fallsBack}, Fall back`,
      0,
      '0 s sns',
      0,
    ],
  ])('%s', async (_, script, left, took, requests, endedAfter) => {
    const delivery = await deliver(script)
    expect(delivery).toMatchObject({ left, ended: 'Cancelled', seconds: took, requests, outcome: 'cancelled' })
    expect(delivery.record()).toMatchObject({ reason: 'cancelled', endedAt: atNoon(endedAfter) })
    await pass(90_000)
    expect(delivery.calls()).toBe(requests === '' ? 0 : 1)
  })
})

describe('a cancellation that comes when a text may have been sent stops every further attempt, and no more', () => {
  it.each<readonly [name: string, script: Script, left: string, ended: string, seconds: number, requests: string]>([
    [
      'the receipt is waited for, and may still come',
      { sns: [told('delivered', 200)], steppingIn: { 100: 'cancel' } },
      ...([once, 'Delivered', 200, '0 s sns'] as const),
    ],
    ['a silence is not sent again', { steppingIn: { 100: 'cancel' } }, ...([stops, 'Unknown', 1_800, '0 s sns'] as const)],
    [
      'an unknown answer is waited for, and not sent again',
      { sns: [unclear], steppingIn: { 100: 'cancel' } },
      ...([stops, 'Unknown', 1_800, '0 s sns'] as const),
    ],
    [
      'a text that failed is not sent again, and nobody was texted: it is cancelled after all',
      { sns: [told('route', 200)], steppingIn: { 100: 'cancel' } },
      ...([stops, 'Cancelled', 200, '0 s sns'] as const),
    ],
    [
      'a carrier that refuses while it is being cancelled leaves nothing sent',
      { sns: [{ ...refused('route'), answersAfter: 5 }], steppingIn: { 2: 'cancel' } },
      ...([stops, 'Cancelled', 5, '0 s sns'] as const),
    ],
    [
      'one that comes between the silence and the second call stops that call',
      { ...code, twilio: [silent], beforeSend: { 2: (_, stepIn) => stepIn('cancel') } },
      ...([`${fallsBack}, Fall back`, 'Unknown', 20, '0 s twilio'] as const),
    ],
    [
      'one that comes while the second is waited for lets either arrive',
      { ...code, twilio: [told('delivered', 60)], steppingIn: { 30: 'cancel' } },
      ...([fallsBack, 'Delivered', 60, '0 s twilio, 20 s sns'] as const),
    ],
    [
      'a `send` that broke is waited for, and nobody sends again',
      { sns: [{ answer: crash }], steppingIn: { 100: 'cancel' } },
      ...([`${fallsBack}, Fall back`, 'Unknown', 1_800, '0 s sns'] as const),
    ],
  ])('%s', async (_, script, left, ended, took, requests) => {
    const delivery = await deliver(script)
    expect(delivery).toMatchObject({ left, ended, seconds: took, requests, outcome: ended.toLowerCase() })
    expect(delivery.record()).toMatchObject({ cancelled: { source: 'shop' } })
    if (ended !== 'Delivered') expect(delivery.reason).toBe('cancelled')
    await pass(90_000)
    expect(delivery.calls()).toBe(requests.split(', ').length)
  })

  it('raises what was unknown when the text arrives after all', async () => {
    const delivery = await deliver({ sns: [told('delivered', 4_000)], steppingIn: { 100: 'cancel' } })
    expect(delivery).toMatchObject({ ended: 'Unknown', outcome: 'unknown', reason: 'cancelled' })
    await pass(4_000)
    expect(delivery.record()).toMatchObject({ outcome: 'delivered', reason: 'receipt' })
  })
})

describe('that the recipient acted ends the wait, and every fall back', () => {
  it.each<readonly [name: string, script: Script, left: string, ended: string, seconds: number, requests: string]>([
    [
      'while the receipt is waited for',
      { ...code, steppingIn: { 10: 'confirm' } },
      ...([once, 'Delivered', 10, '0 s twilio'] as const),
    ],
    [
      'while the second carrier is waited for',
      { ...code, steppingIn: { 30: 'confirm' } },
      ...([fallsBack, 'Delivered', 30, '0 s twilio, 20 s sns'] as const),
    ],
    [
      'between the decision for the second carrier and its call',
      { ...code, beforeSend: { 2: (_, stepIn) => stepIn('confirm') } },
      ...([fallsBack, 'Delivered', 20, '0 s twilio'] as const),
    ],
    [
      'after a cancellation that came late',
      { ...code, steppingIn: { 5: 'cancel', 10: 'confirm' } },
      ...([once, 'Delivered', 10, '0 s twilio'] as const),
    ],
  ])('%s', async (_, script, left, ended, took, requests) => {
    const delivery = await deliver(script)
    expect(delivery).toMatchObject({ left, ended, seconds: took, requests, outcome: 'delivered', reason: 'confirmed' })
    expect(delivery.record()?.attempts.at(-1)).toMatchObject({ status: 'delivered', evidence: 'recipient' })
    await pass(300)
    expect(delivery.calls()).toBe(requests.split(', ').length)
  })

  it.each<readonly [name: string, script: Script, left: string, seconds: number, requests: string]>([
    ['before the request', { beforeRequest: 'confirm' }, 'Validate', 0, ''],
    ['after the only carrier refused', { sns: [throttled()], steppingIn: { 2: 'confirm' } }, held, 5, '0 s sns'],
  ])('and sends nothing where nothing was sent: %s', async (_, script, left, took, requests) => {
    const delivery = await deliver(script)
    expect(delivery).toMatchObject({ left, ended: 'Cancelled', seconds: took, requests, reason: 'confirmed' })
  })
})

describe('what comes after the end changes nothing', () => {
  it.each(['cancel', 'confirm'] as const)('%s', async (said) => {
    const delivery = await deliver({ kind: 'payment' })
    const before = delivery.record()
    await delivery.stepIn(said)
    await delivery.stepIn(said)
    expect(delivery.record()).toBe(before)
    expect(before).toMatchObject({ outcome: 'unknown' })
  })
})
