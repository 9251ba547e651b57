import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { ReviewCall } from '../../commands/template/review-client.ts'
import { denied, noEntryTaken } from './answers.ts'
import { it } from './it.ts'
import type { Does } from './proxy/fault.ts'
import { aDraft, approval, type ReviewUnderFaults, rejection, reviewUnderFaults, writeTo } from './review-under-faults.ts'
import { sentenceOfVerdict } from './verdict.ts'

let world: ReviewUnderFaults
beforeAll(async () => {
  world = await reviewUnderFaults()
})
afterAll(() => world.stop())

const requestLost: Does = { kind: 'reset', forwarded: false }
const replyLost: Does = { kind: 'reset', forwarded: true }
const diesBefore: Does = { kind: 'kill', forwarded: false }
const diesAfter: Does = { kind: 'kill', forwarded: true }

const startOf = (name: string) => ({ service: 'states', operation: 'StartExecution', holding: [`"${name}-1"`] })

/** Calls as a person does who says the same again where no answer comes. */
const insist = async (who: 'author' | 'reviewer', call: ReviewCall) => {
  const first = await world.as(who, call).catch(() => undefined)
  return first ? { answer: first, calls: 1 } : { answer: await world.as(who, call), calls: 2 }
}

const inWords = (calls: number) => (calls === 1 ? '1 call' : `${calls} calls`)

describe.concurrent('a decision whose answer is lost', () => {
  it.for([
    ['an approval is not written at first', approval, requestLost, 1],
    ['an approval is written and the reply is lost', approval, replyLost, 1],
    ['a rejection is written and the reply is lost', rejection, replyLost, 1],
    ['the function dies when an approval is written, and the person says it again', approval, diesAfter, 2],
  ] as const)('R2: %s, and it is decided once', async ([, says, does, calls], { tell }) => {
    const name = await world.inReview()
    const fault = await world.strike({ ...writeTo(name), does, times: 1 })
    const state = says(name).action === 'approve' ? 'approved' : 'rejected'
    expect(await insist('reviewer', says(name))).toMatchObject({ answer: { state }, calls })
    const judged = await world.verdict(name)
    expect(judged).toMatchObject({ decision: { verdict: state }, end: state === 'approved' ? 'Approved' : 'Rejected' })
    expect(await fault.strikes()).toHaveLength(1)
    tell(`${inWords(calls)}; ${sentenceOfVerdict(judged)}`)
  })

  it.for([
    ['SendTaskSuccess is lost', requestLost, 1],
    ['SendTaskSuccess succeeds and its reply is lost', replyLost, 1],
    ['the function dies before SendTaskSuccess, and the person says it again', diesBefore, 2],
    ['the function dies after SendTaskSuccess, and the person says it again', diesAfter, 2],
  ] as const)('R2: %s, and the execution ends by the decision', async ([, does, calls], { tell }) => {
    const name = await world.inReview()
    const aim = { service: 'states', operation: 'SendTaskSuccess', holding: [await world.tokenOf(name)] }
    const fault = await world.strike({ ...aim, does, times: 1 })
    expect(await insist('reviewer', approval(name))).toMatchObject({ answer: { state: 'approved' }, calls })
    const judged = await world.verdict(name)
    expect(judged.end).toBe('Approved')
    expect(await fault.strikes()).toHaveLength(1)
    tell(`${inWords(calls)}; ${sentenceOfVerdict(judged)}`)
  })
})

describe.concurrent('a submission whose review does not start', () => {
  it.for([
    ['StartExecution is lost as often as it is tried', requestLost, 3, 2],
    ['StartExecution succeeds and its answer is lost', replyLost, 1, 1],
    ['the function dies before StartExecution', diesBefore, 1, 2],
    ['the function dies after StartExecution', diesAfter, 1, 2],
  ] as const)('R5: %s, and the version is reviewed once', async ([, does, times, calls], { tell }) => {
    const template = aDraft()
    const { name } = template
    const fault = await world.strike({ ...startOf(name), does, times })
    expect(await insist('author', { action: 'submit', template })).toMatchObject({ answer: { ok: true, version: 1 }, calls })
    await world.isInReview(name)
    expect(await fault.strikes()).toHaveLength(times)
    expect(await world.reviews(name)).toHaveLength(1)
    await world.as('reviewer', approval(name))
    const judged = await world.verdict(name)
    expect(judged.end).toBe('Approved')
    tell(`${inWords(calls)}, 1 version; ${sentenceOfVerdict(judged)}`)
  })
})

describe.concurrent('a step of the review that fails', () => {
  it.for([
    ['Check dies when it has kept what it found', '"findings"'],
    ['the request dies when it has kept the token of its task', '"in review"'],
  ] as const)('R6: %s, and a person decides all the same', async ([, holding], { tell }) => {
    const template = aDraft()
    const { name } = template
    const fault = await world.strike({ ...writeTo(name, holding), does: diesAfter, times: 1 })
    await world.submit(template)
    await world.isInReview(name)
    expect(await fault.strikes()).toHaveLength(1)
    expect(await world.as('reviewer', approval(name))).toMatchObject({ state: 'approved' })
    const judged = await world.verdict(name)
    expect(judged.end).toBe('Approved')
    tell(sentenceOfVerdict(judged))
  })

  it('R6: the expiry is refused the table once, and the review expires all the same', async ({ tell }) => {
    const name = await world.inReview()
    const fault = await world.strike({ ...writeTo(name, '"expired"'), does: denied, times: 1 })
    await world.timeOut(await world.tokenOf(name))
    const judged = await world.verdict(name)
    expect(judged).toMatchObject({ decision: { reason: 'expired' }, end: 'Expired' })
    expect(await fault.strikes()).toHaveLength(1)
    tell(sentenceOfVerdict(judged))
  })

  it('F5: PutEvents takes nothing about a version twice, and each of its events comes all the same', async ({ tell }) => {
    const template = aDraft()
    const { name } = template
    const fault = await world.strike({ service: 'events', holding: [`${name}@1`], does: noEntryTaken, times: 2 })
    await world.submit(template)
    await world.templateEvent(`${name}@1`, 'Template Review Requested')
    await world.as('reviewer', approval(name))
    const judged = await world.verdict(name)
    expect(await fault.strikes()).toHaveLength(2)
    tell(`${sentenceOfVerdict(judged)}; each event of the template once`)
  })
})
