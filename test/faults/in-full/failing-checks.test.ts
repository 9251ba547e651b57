import { afterAll, beforeAll, describe, expect } from 'vitest'
import { denied, throttled } from '../answers.ts'
import { it } from '../it.ts'
import { aDraft, approval, type ReviewUnderFaults, reviewUnderFaults, writeTo } from '../review-under-faults.ts'
import { sentenceOfVerdict } from '../verdict.ts'

let world: ReviewUnderFaults
beforeAll(async () => {
  world = await reviewUnderFaults()
})
afterAll(() => world.stop())

describe.concurrent('a check that fails for a while', () => {
  it.for([
    ['Check dies twice before it has kept what it found', { does: { kind: 'kill', forwarded: false }, times: 2 }],
    ['Check is refused the table three times', { does: denied, times: 3 }],
    ['the table throttles Check for ten seconds', { does: throttled, forMs: 10_000 }],
  ] as const)('R6: %s, and a person decides all the same', async ([, spoilt], { tell }) => {
    const template = aDraft()
    const { name } = template
    const fault = await world.strike({ ...writeTo(name, '"findings"'), ...spoilt })
    await world.submit(template)
    await world.isInReview(name)
    expect((await fault.strikes()).length).toBeGreaterThan(1)
    expect(await world.as('reviewer', approval(name))).toMatchObject({ state: 'approved' })
    const judged = await world.verdict(name)
    expect(judged.end).toBe('Approved')
    tell(sentenceOfVerdict(judged))
  })
})
