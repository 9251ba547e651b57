import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { ReviewAnswer } from '../../commands/template/review-client.ts'
import { it } from './it.ts'
import { approval, meetingOfWrites, type ReviewUnderFaults, rejection, reviewUnderFaults } from './review-under-faults.ts'
import { sentenceOfVerdict } from './verdict.ts'

let world: ReviewUnderFaults
beforeAll(async () => {
  world = await reviewUnderFaults()
})
afterAll(() => world.stop())

interface Meeting<Other> {
  readonly name: string
  readonly decide: () => Promise<ReviewAnswer>
  readonly other: () => Promise<Other>
  /** Every second time the other one's write comes first. */
  readonly time: number
}

/** Does both, the second as soon as the first one's write is held; both writes are then let go at once. */
const meet = async <Other>({ name, decide, other, time }: Meeting<Other>) => {
  const meeting = await world.strike(meetingOfWrites(name))
  const oneIsHeld = () => world.until(async () => expect(await meeting.strikes()).not.toHaveLength(0))
  const isFirst = time % 2 === 0
  const [answer, said] = await Promise.all([
    isFirst ? decide() : oneIsHeld().then(decide),
    isFirst ? oneIsHeld().then(other) : other(),
  ])
  const judged = await world.verdict(name)
  expect(new Set((await meeting.strikes()).map(({ digest }) => digest)).size).toBeGreaterThan(1)
  return { answer, said, judged }
}

/** Ten times, two at once: each needs processes of its own. */
const tenTimes = async (work: (time: number) => Promise<void>) => {
  for (let time = 0; time < 10; time += 2) await Promise.all([work(time), work(time + 1)])
}

const agreed = '10 of 10: one verdict stands for the records, the events, the execution and what is sent'
const tooLate = { ok: false, code: 'not-in-review' }

describe.concurrent('two decisions at once', () => {
  it('R1: the same person says the same twice, and it is decided once', async ({ tell }) => {
    const name = await world.inReview()
    const approve = () => world.as('reviewer', approval(name))
    const { answer, said, judged } = await meet({ name, decide: approve, other: approve, time: 0 })
    expect([answer, said]).toEqual(Array(2).fill({ ok: true, name, version: 1, state: 'approved' }))
    expect(judged.end).toBe('Approved')
    tell(sentenceOfVerdict(judged))
  })

  it('R1: two persons say different things, ten times, and one of them learns that it was decided', async ({ tell }) => {
    await tenTimes(async (time) => {
      const name = await world.inReview()
      const decide = () => world.as('reviewer', approval(name))
      const other = () => world.asAnother(rejection(name))
      const { answer, said, judged } = await meet({ name, decide, other, time })
      const isApproved = judged.decision.verdict === 'approved'
      expect(isApproved ? [answer, said] : [said, answer]).toMatchObject([{ state: judged.decision.verdict }, tooLate])
      expect(judged.end).toBe(isApproved ? 'Approved' : 'Rejected')
    })
    tell(agreed)
  })
})

describe.concurrent('a decision that meets the end of its wait', () => {
  it('R3: the wait expires at the same moment, ten times, and one of the two stands', async ({ tell }) => {
    await tenTimes(async (time) => {
      const name = await world.inReview()
      const decide = () => world.as('reviewer', approval(name))
      const other = async () => world.timeOut(await world.tokenOf(name))
      const { answer, judged } = await meet({ name, decide, other, time })
      const isDecided = judged.decision.by !== undefined
      expect(answer).toMatchObject(isDecided ? { state: 'approved' } : tooLate)
      expect(judged).toMatchObject(isDecided ? { end: 'Approved' } : { end: 'Expired', decision: { reason: 'expired' } })
    })
    tell(agreed)
  })

  it('R4: somebody stops the review at the same moment, ten times, and one of the two stands', async ({ tell }) => {
    await tenTimes(async (time) => {
      const name = await world.inReview()
      const decide = () => world.as('reviewer', approval(name))
      const other = () => world.stopReview(name)
      const { answer, judged } = await meet({ name, decide, other, time })
      const isDecided = judged.decision.by !== undefined
      expect(answer).toMatchObject(isDecided ? { state: 'approved' } : tooLate)
      expect(judged).toMatchObject({ end: 'ABORTED', decision: { reason: isDecided ? 'As agreed.' : 'fault' } })
    })
    tell(agreed)
  })
})
