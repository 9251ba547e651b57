import { afterEach, describe, expect, it, vi } from 'vitest'
import { author } from '../builders/a-review.ts'
import { crash } from './fates.ts'
import { review, type Say, type Script } from './review.ts'

/** The real functions in the real workflow: the states that a review goes through, its end, and what the record says. */

afterEach(() => {
  vi.useRealTimers()
})

const asked = ['Check', 'Do the checks pass?', 'Await decision']
const decided = [...asked, 'What was decided?']
const days = (count: number) => count * 86_400

const table: readonly [
  sentence: string,
  script: Script,
  path: readonly string[],
  state: string,
  reason: string,
  after: number,
][] = [
  ['is approved at once', { acts: { 5: (say) => say('approve') } }, [...decided, 'Approved'], 'approved', 'As agreed.', 5],
  ['is rejected', { acts: { 60: (say) => say('reject') } }, [...decided, 'Rejected'], 'rejected', 'As agreed.', 60],
  [
    'is approved in the last minute',
    { acts: { [days(14) - 60]: (say) => say('approve') } },
    [...decided, 'Approved'],
    'approved',
    'As agreed.',
    days(14) - 60,
  ],
  [
    'is approved by another person only after its author tried to',
    { acts: { 5: (say) => say('approve', { by: author }), 9: (say) => say('approve') } },
    [...decided, 'Approved'],
    'approved',
    'As agreed.',
    9,
  ],
  [
    'is decided twice, of which the first counts',
    { acts: { 5: (say) => Promise.all([say('reject', { reason: 'First.' }), say('approve')]) } },
    [...decided, 'Rejected'],
    'rejected',
    'First.',
    5,
  ],
  [
    'waits for nobody for longer than fourteen days',
    {},
    [...asked, 'Expire review', 'What was decided?', 'Expired'],
    'rejected',
    'expired',
    days(14),
  ],
  ['fails its checks', { template: { brand: 'Nobody' } }, ['Check', 'Do the checks pass?', 'Rejected'], 'rejected', 'checks', 0],
]

it.each(table)('a version that %s', async (_, script, path, state, reason, after) => {
  const run = await review(script)
  expect(run.path).toEqual(path)
  expect(run.failure).toBeUndefined()
  expect(run.seconds).toBe(after)
  expect(await run.record()).toMatchObject({ state, decision: { reason } })
  expect((await run.sent())?.version.version).toBe(state === 'approved' ? 1 : undefined)
  expect(run.started).toEqual(['order-shipped-1'])
})

describe('a decision that races the expiry', () => {
  it('stands where it was written first, though its task is over: the execution tells so too', async () => {
    const settleReview = vi.fn(async () => {}) // the task is never told: its time is over
    const { path, sent } = await review({ review: { settleReview }, acts: { [days(14) - 1]: (say) => say('approve') } })
    expect(path).toEqual([...asked, 'Expire review', 'What was decided?', 'Approved'])
    expect(settleReview).toHaveBeenCalledTimes(1)
    expect(await sent()).toMatchObject({ isRetired: false })
  })

  it('comes too late where the expiry was written first, and says so', async () => {
    const run = await review()
    expect(await run.say('approve')).toMatchObject({ code: 'not-in-review' })
    expect(await run.record()).toMatchObject({ state: 'rejected', decision: { reason: 'expired' } })
    expect(await run.sent()).toBeUndefined()
  })
})

describe('a decision whose task could not be told', () => {
  it('is told by the same decision once more', async () => {
    const acts = { 5: (say: Say) => expect(say('approve')).rejects.toThrow(), 50: (say: Say) => say('approve') }
    const run = await review({ failsToSettle: 1, acts })
    expect(run.seconds).toBe(50)
    expect(run.path.at(-1)).toBe('Approved')
  })
})

describe('what breaks', () => {
  it.each<[string, Script, readonly string[]]>([
    ['the checks', { check: { findReview: crash } }, ['Check', 'Close review', 'Fault']],
    ['the request', { request: { changeReview: crash } }, [...asked, 'Close review', 'Fault']],
  ])('for minutes, %s, ends in a fault, and the version may be submitted again', async (_, script, path) => {
    const run = await review(script)
    expect(run).toMatchObject({ path, failure: { error: 'fault' } })
    expect(await run.record()).toMatchObject({ state: 'rejected', decision: { reason: 'fault' } })
  })

  it('even Close review: the watch over executions calls it again', async () => {
    const changeReview = vi.fn<() => never>(crash)
    const run = await review({ check: { findReview: crash }, close: { changeReview } })
    expect(run.path).toEqual(['Check', 'Close review', 'Fault'])
    expect(await run.record()).toMatchObject({ state: 'draft' })
  })

  it('by a stop of the execution is closed by the watch, and what a person decided before stays', async () => {
    const stopped = await review({ abortAfter: 5 })
    await stopped.close()
    expect(await stopped.record()).toMatchObject({ state: 'rejected', decision: { reason: 'fault' } })
    const settleReview = async () => {}
    const approved = await review({ review: { settleReview }, acts: { 3: (say) => say('approve') }, abortAfter: 5 })
    await approved.close()
    expect(await approved.record()).toMatchObject({ state: 'approved', decision: { reason: 'As agreed.' } })
  })

  it('by an error of Lambda while it asks is asked again, under another token, and the decision finds the task', async () => {
    const run = await review({ losesRequests: 2, acts: { 600: (say) => say('approve') } })
    expect(run.seconds).toBe(600)
    expect(run.path).toEqual([...decided, 'Approved'])
  })
})

it('redriven after the decision learns what stands, at once', async () => {
  const run = await review({ acts: { 5: (say) => say('approve') } })
  const again = await run.redrive('Await decision')
  expect(again).toMatchObject({ path: ['Await decision', 'What was decided?', 'Approved'], seconds: 0 })
})

it('keeps the text out of the history', async () => {
  const { history } = await review({ acts: { 5: (say) => say('approve') } })
  expect(history.length).toBeGreaterThan(4)
  expect(JSON.stringify(history)).not.toContain('comes on')
})
