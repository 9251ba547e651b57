import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { textHash } from '../../functions/template/review/text-hash.ts'
import type { Template } from '../../functions/template/template.ts'
import { aSubmission } from '../builders/a-submission.ts'
import { callFunctionUrl } from './call-function-url.ts'
import { heliograph, order, remember, requestsTo, unmistakable } from './heliograph.ts'
import { reviewWorld } from './review-world.ts'

const aRequest = requestsTo(202)

let world: Awaited<ReturnType<typeof heliograph>>
let review: Awaited<ReturnType<typeof reviewWorld>>
beforeAll(async () => {
  world = await heliograph()
  review = await reviewWorld()
})
afterAll(() => {
  world.stop()
  review.stop()
})

const reason = 'As agreed.'

/** A template of its own for each test, whose text stands nowhere else. */
const aDraft = (name: string, overrides: Partial<Template> = {}): Template => {
  const text = `Shop: ${unmistakable.word} zu {{orderNo}}, {{eta}}.`
  remember(unmistakable.word)
  return aSubmission({ name, texts: { en: text }, ...overrides })
}

const submitted = async (template: Template) => {
  const answer = await review.as('author', { action: 'submit', template })
  if (!answer.ok) throw new Error(answer.problems.join())
  await review.state(template.name, answer.version, 'in review')
  return answer.version
}

const approved = async (template: Template) => {
  const version = await submitted(template)
  const answer = await review.as('reviewer', { action: 'approve', name: template.name, version, reason })
  if (!answer.ok) throw new Error(answer.problems.join())
  return version
}

const caller = (name: string) => `arn:aws:iam::000000000000:user/${name}`

describe.concurrent('a template', () => {
  it('is sent from when another person has approved it, and keeps who, when and why', async () => {
    const template = aDraft('test-approved')
    const { name } = template
    const early = aRequest({ ...order, template: name })
    const version = await submitted(template)
    await world.put(early)
    expect(await world.event(early.notificationId, 'Notification Rejected')).toMatchObject({ reason: 'unknown-template' })

    const own = await review.as('author', { action: 'approve', name, version, reason })
    expect(own).toMatchObject({ ok: false, code: 'self-approval' })
    expect(await review.as('reviewer', { action: 'approve', name, version, reason })).toEqual({
      ok: true,
      name,
      version,
      state: 'approved',
    })

    const decision = { verdict: 'approved', by: caller('reviewer'), reason, at: expect.any(String) }
    expect(await review.state(name, version, 'approved')).toMatchObject({
      submittedBy: caller('author'),
      textHash: textHash(template),
      findings: [],
      decision,
    })
    expect(await review.execution(name, version)).toMatchObject({
      status: 'SUCCEEDED',
      states: ['Check', 'Do the checks pass?', 'Await decision', 'What was decided?', 'Approved'],
    })
    const late = aRequest({ ...order, template: name })
    await world.put(late)
    expect(await world.event(late.notificationId, 'Notification Delivered')).toMatchObject({ template: `${name}@1` })
  })

  it('is told of by events, which never hold its text', async () => {
    const template = aDraft('test-told')
    await approved(template)
    const about = { template: 'test-told@1', kind: 'order', textHash: textHash(template) }
    expect(await review.event('test-told@1', 'Template Review Requested')).toMatchObject({ ...about, by: caller('author') })
    const last = await review.event('test-told@1', 'Template Approved')
    expect(last).toMatchObject({ ...about, by: caller('reviewer'), reason, eventId: 'test-told@1/Template Approved' })
    expect((await review.execution('test-told', 1)).written).not.toContain(unmistakable.word)
  })

  it('that fails its checks is rejected, with all that they found, and no person is asked', async () => {
    const template = aDraft('test-unfit', { texts: { en: `${unmistakable.word} {{orderNo}}` } })
    const answer = await review.as('author', { action: 'submit', template })
    expect(answer).toMatchObject({ ok: true, version: 1, state: 'draft' })
    const { findings = [], decision } = await review.state('test-unfit', 1, 'rejected')
    expect(findings.map(({ code }) => code).sort()).toEqual(['brand-missing', 'unused-slot'])
    expect(decision).toEqual({ verdict: 'rejected', reason: 'checks', at: expect.any(String) })
    expect((await review.execution('test-unfit', 1)).states).toEqual(['Check', 'Do the checks pass?', 'Rejected'])
    expect(await review.event('test-unfit@1', 'Template Rejected')).not.toHaveProperty('by')
    expect(review.eventsOf('test-unfit@1')).toEqual(['Template Rejected'])
  })

  it('that a reviewer rejects is not sent, and what was approved before still is', async () => {
    const first = aDraft('test-rejected')
    await approved(first)
    const version = await submitted({ ...first, description: 'Another one.' })
    const { name } = first
    expect(await review.as('reviewer', { action: 'reject', name, version, reason })).toMatchObject({ state: 'rejected' })
    expect((await review.execution(name, version)).states.at(-1)).toBe('Rejected')
    const request = aRequest({ ...order, template: name })
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ template: `${name}@1` })
  })

  it('takes one decision: the same once more changes nothing, and another one is refused', async () => {
    const template = aDraft('test-twice')
    const { name } = template
    const version = await submitted(template)
    const approval = { action: 'approve', name, version, reason } as const
    const answers = await Promise.all([1, 2, 3, 4].map(() => review.as('reviewer', approval)))
    expect(answers).toEqual(Array(4).fill({ ok: true, name, version, state: 'approved' }))
    const other = await review.as('reviewer', { action: 'reject', name, version, reason })
    expect(other).toMatchObject({ ok: false, code: 'not-in-review' })
    expect(await review.state(name, version, 'approved')).toMatchObject({ decision: { reason } })
    await review.event(`${name}@1`, 'Template Approved')
    expect(review.eventsOf(`${name}@1`)).toEqual(['Template Review Requested', 'Template Approved'])
  })

  it('that is submitted again unchanged is no new version, and an older one does not become current after a later one', async () => {
    const first = aDraft('test-again')
    const { name } = first
    const again = await Promise.all([1, 2, 3].map(() => review.as('author', { action: 'submit', template: first })))
    expect(again.map((answer) => answer.ok && answer.version)).toEqual([1, 1, 1])
    await review.state(name, 1, 'in review')
    expect(await approved({ ...first, description: 'Another one.' })).toBe(2)
    const late = await review.as('reviewer', { action: 'approve', name, version: 1, reason })
    expect(late).toMatchObject({ ok: false, code: 'superseded' })
    expect((await review.reviews(name)).map(({ version, state }) => [version, state])).toEqual([
      [2, 'approved'],
      [1, 'in review'],
    ])
  })

  it('that is retired refuses new requests, and what waits is still sent', async () => {
    const template = aDraft('test-retired')
    const { name } = template
    await approved(template)
    const waiting = aRequest({ ...order, template: name })
    await world.network.scriptCarrierPhone('sns', waiting.to, { receipts: [], arrives: false })
    await world.put(waiting)
    await world.event(waiting.notificationId, 'Notification Sent')
    expect(await review.as('reviewer', { action: 'retire', name, reason })).toMatchObject({ ok: true, state: 'retired' })

    const late = aRequest({ ...order, template: name })
    await world.put(late)
    expect(await world.event(late.notificationId, 'Notification Rejected')).toMatchObject({ reason: 'template-retired' })
    expect(await world.event(waiting.notificationId, 'Notification Delivered')).toMatchObject({
      template: `${name}@1`,
      attempt: 2,
    })
    expect(await review.event(`${name}@1`, 'Template Retired')).toMatchObject({ by: caller('reviewer'), reason })
  })

  it('whose review somebody stopped by hand is rejected, and may be submitted again', async () => {
    const template = aDraft('test-stopped')
    await submitted(template)
    await review.abort('test-stopped', 1)
    expect(await review.state('test-stopped', 1, 'rejected')).toMatchObject({ decision: { reason: 'fault' } })
    expect(await submitted(template)).toBe(2)
  })

  it('names every wrong field to who submits it', async () => {
    const template = { ...aDraft('test-wrong'), kind: 'fax', brand: 'S' } as unknown as Template
    const answer = await review.as('author', { action: 'submit', template })
    expect(answer).toEqual({
      ok: false,
      code: 'invalid-call',
      problems: [
        'template.kind must be one of verification, order, payment, logistics, membership, marketing',
        'template.brand must have at least 2 characters',
      ],
    })
  })
})

it('nobody reaches the review without a signature', async () => {
  const { emulatorUrl, outputs } = inject('deployed')
  const body = JSON.stringify({ action: 'retire', name: 'order-shipped', reason })
  expect(await callFunctionUrl(emulatorUrl, outputs.ReviewUrl, { 'content-type': 'application/json' }, body)).toBe(403)
})
