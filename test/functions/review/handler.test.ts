import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../../functions/record/read-template.ts'
import { changeReview } from '../../../functions/record/review/change-review.ts'
import { findReview } from '../../../functions/record/review/find-review.ts'
import { listReviews, listVersions } from '../../../functions/record/review/list-reviews.ts'
import { storeDraft } from '../../../functions/record/review/store-draft.ts'
import { createHandler, type Dependencies } from '../../../functions/review/handler.ts'
import { refusals } from '../../../functions/review/refusals.ts'
import { awaitingDecision } from '../../../functions/template/review/awaiting-decision.ts'
import { executionNameOf } from '../../../functions/template/review/execution-name.ts'
import { withFindings } from '../../../functions/template/review/with-findings.ts'
import { aCall } from '../../builders/a-call.ts'
import { author, reviewer } from '../../builders/a-review.ts'
import { aSubmission } from '../../builders/a-submission.ts'
import { aTableInProcess } from '../../builders/a-table-in-process.ts'
import { noon } from '../../builders/noon.ts'
import { storeAsPushDid } from '../../builders/store-as-push-did.ts'

/** The review over a table of this process, and what it starts and settles. */
const aReviewFunction = (more: Partial<Dependencies> = {}) => {
  const table = aTableInProcess()
  const started: string[] = []
  const settled: string[] = []
  const handle = createHandler({
    listVersions: listVersions(table),
    storeDraft: storeDraft(table),
    startReview: async (review) => void started.push(executionNameOf(review)),
    changeReview: changeReview(table),
    readTemplate: readTemplate(table),
    settleReview: async (token, decided) => void settled.push(`${token} ${decided}`),
    approverRoles: undefined,
    now: () => noon,
    ...more,
  })
  const call = async (by: string, body: unknown, method?: string) => {
    const answer = await handle(aCall(by, body, method))
    return { status: answer.statusCode, ...JSON.parse(answer.body) }
  }
  const submit = (overrides = {}, by = author) => call(by, { action: 'submit', template: aSubmission(overrides) })
  /** What the workflow does up to its wait. */
  const ask = (version: number, token = `token-${version}`) =>
    changeReview(table)('order-shipped', version, ({ review }) => ({
      review: awaitingDecision(withFindings(review, [], noon)),
      token,
      answer: undefined,
    }))
  return { table, call, submit, ask, started, settled, find: findReview(table) }
}

const named = { name: 'order-shipped', reason: 'As agreed.' }
const approve = { action: 'approve', ...named, version: 1 }
const reject = { ...approve, action: 'reject' }
const retire = { action: 'retire', ...named }

describe('a submission', () => {
  it('is the first version, a draft, whose review starts', async () => {
    const { submit, started, find } = aReviewFunction()
    expect(await submit()).toEqual({ status: 200, name: 'order-shipped', version: 1, state: 'draft' })
    expect(started).toEqual(['order-shipped-1'])
    const found = await find('order-shipped', 1)
    expect(found?.review).toMatchObject({ submittedBy: author, submittedAt: noon.toISOString(), state: 'draft' })
    expect(found?.template).toEqual({ ...aSubmission(), version: 1 })
  })

  it('of the same content is no new version while that one stands, and starts what a lost start left', async () => {
    const { submit, ask, call, started } = aReviewFunction()
    await submit()
    expect(await submit()).toMatchObject({ version: 1, state: 'draft' })
    await ask(1)
    expect(await submit({}, reviewer)).toMatchObject({ version: 1, state: 'in review' })
    await call(reviewer, approve)
    expect(await submit()).toMatchObject({ version: 1, state: 'approved' })
    expect(started).toEqual(['order-shipped-1', 'order-shipped-1'])
  })

  it.each([
    ['was rejected', [reject]],
    ['was approved and retired', [approve, retire]],
  ])('of the same content is a new version where that one %s', async (_, calls) => {
    const { submit, ask, call } = aReviewFunction()
    await submit()
    await ask(1)
    for (const body of calls) expect(await call(reviewer, body)).toMatchObject({ status: 200 })
    expect(await submit()).toMatchObject({ version: 2, state: 'draft' })
  })

  it('of other content is the next version', async () => {
    const { submit, ask, started } = aReviewFunction()
    await submit()
    await ask(1)
    expect(await submit({ description: 'Another.' })).toMatchObject({ version: 2 })
    expect(started).toEqual(['order-shipped-1', 'order-shipped-2'])
  })

  it('of other content starts the draft that it hides, for its own start may have been lost', async () => {
    const lost: Partial<Dependencies> = { startReview: () => Promise.reject(new Error('lost')) }
    const { table, submit, started } = aReviewFunction()
    const unlucky = aReviewFunction({ ...lost, listVersions: listVersions(table), storeDraft: storeDraft(table) })
    await expect(unlucky.submit()).rejects.toThrow('lost')
    expect(await submit({ description: 'Another.' })).toMatchObject({ version: 2 })
    expect(started).toEqual(['order-shipped-1', 'order-shipped-2'])
  })

  it('takes the next number where somebody was faster', async () => {
    let others = 0
    const { table, submit } = aReviewFunction()
    const faster: Partial<Dependencies> = {
      storeDraft: async (template, review) => {
        if (others++ === 0) await storeDraft(table)({ ...template, description: 'Theirs.' }, { ...review, textHash: 'theirs' })
        return storeDraft(table)(template, review)
      },
      listVersions: listVersions(table),
    }
    const { submit: submitToo } = aReviewFunction(faster)
    expect(await submitToo()).toMatchObject({ version: 2 })
    expect(await submit()).toMatchObject({ version: 2 })
  })
})

describe('a template whose versions are older than reviews', () => {
  it('gets its next version after them, whatever they hold', async () => {
    const { table, submit, started } = aReviewFunction()
    for (const version of [1, 2, 3]) await storeAsPushDid(table, 'order-shipped', version)
    expect(await submit()).toEqual({ status: 200, name: 'order-shipped', version: 4, state: 'draft' })
    expect(await submit()).toMatchObject({ version: 4 })
    expect(started).toEqual(['order-shipped-4', 'order-shipped-4'])
    expect(await Array.fromAsync(listReviews(table)('order-shipped'))).toMatchObject([{ version: 4 }])
  })
})

describe('a decision', () => {
  it('is kept and tells the task that waits, and once more tells it again', async () => {
    const { submit, ask, call, settled } = aReviewFunction()
    await submit()
    await ask(1)
    const answer = { status: 200, name: 'order-shipped', version: 1, state: 'approved' }
    expect([await call(reviewer, approve), await call(reviewer, approve)]).toEqual([answer, answer])
    expect(settled).toEqual(['token-1 approved', 'token-1 approved'])
  })

  it('that is refused tells no task and changes nothing', async () => {
    const { submit, ask, call, settled, find } = aReviewFunction()
    await submit()
    await ask(1)
    const before = await find('order-shipped', 1)
    expect(await call(author, approve)).toMatchObject({ status: 403, code: 'self-approval' })
    expect(await call(author, { ...reject })).toMatchObject({ status: 403, code: 'self-approval' })
    expect(settled).toEqual([])
    expect(await find('order-shipped', 1)).toEqual(before)
  })

  it('is not for a federated user, who might be the author under a name of their choice, nor is a submission', async () => {
    const { submit, ask, call, find } = aReviewFunction()
    await submit()
    await ask(1)
    const disguised = 'arn:aws:sts::111122223333:federated-user/somebody-else'
    for (const body of [approve, reject, retire, { action: 'submit', template: aSubmission() }])
      expect(await call(disguised, body)).toMatchObject({ status: 403, code: 'federated-user' })
    expect((await find('order-shipped', 1))?.review.state).toBe('in review')
  })

  it('is for the named roles alone, where a deployment names some', async () => {
    const { submit, ask, call } = aReviewFunction({ approverRoles: [{ account: '111122223333', name: 'Reviewer' }] })
    await submit()
    await ask(1)
    for (const body of [approve, reject, retire])
      expect(await call(reviewer, body)).toMatchObject({ status: 403, code: 'not-a-reviewer' })
    expect(await call('arn:aws:sts::111122223333:assumed-role/Reviewer/jane', approve)).toMatchObject({ status: 200 })
  })

  it.each([
    ['on a template that is none', approve, 404, 'unknown-template'],
    ['to retire one that is none', retire, 404, 'unknown-template'],
  ])('%s is refused', async (_, body, status, code) => {
    const { call } = aReviewFunction()
    expect(await call(reviewer, body)).toEqual({ status, code, problems: [refusals['unknown-template'].sentence] })
  })

  it('on what is still a draft, or retired twice, comes at the wrong time', async () => {
    const { submit, ask, call } = aReviewFunction()
    await submit()
    expect(await call(reviewer, approve)).toMatchObject({ status: 409, code: 'not-in-review' })
    await ask(1)
    await call(reviewer, approve)
    expect(await call(author, retire)).toMatchObject({ status: 200, state: 'retired' })
    expect(await call(author, retire)).toMatchObject({ status: 200, state: 'retired' })
    expect(await call(reviewer, retire)).toMatchObject({ status: 409, code: 'already-retired' })
  })
})

describe('a call that cannot be read', () => {
  it.each<[sentence: string, body: unknown, problems: readonly string[]]>([
    ['no JSON', '{', ['the body must be JSON']],
    ['no action', {}, ['action must be one of submit, approve, reject, retire']],
    ['an action that is none', { action: 'publish' }, ['action must be one of submit, approve, reject, retire']],
    ['no reason', { ...approve, reason: ' ' }, ['reason must have at least 1 characters']],
    ['two lines', { ...approve, reason: 'a\nb' }, ['reason must be one line of visible characters']],
    [
      'a number',
      { ...approve, reason: 'asked for by +1 415 555 0123' },
      ['reason must name nobody by a number: no seven digits in a run, since it is told and kept for good'],
    ],
    ['a decider', { ...approve, by: reviewer }, ['by is not known']],
    ['a version that is none', { ...approve, version: 0 }, ['version must be more than 0']],
    [
      'a prototype',
      '{"action":"retire","name":"order-shipped","reason":"a","__proto__":{}}',
      ['the body holds what cannot be stored'],
    ],
    ['half a character', { ...approve, reason: '\ud800' }, ['the body holds what cannot be stored']],
  ])('says what is wrong: %s', async (_, body, problems) => {
    expect(await aReviewFunction().call(reviewer, body)).toEqual({ status: 400, code: 'invalid-call', problems })
  })

  it('names every wrong field of a template at once', async () => {
    const template = { ...aSubmission(), kind: 'fax', name: 'Order', extra: 1 }
    const { problems } = await aReviewFunction().call(author, { action: 'submit', template })
    expect(problems).toHaveLength(3)
  })

  it('is refused when it is too large, or no POST', async () => {
    const { call } = aReviewFunction()
    expect(await call(author, { action: 'submit', filler: 'x'.repeat(200_000) })).toMatchObject({
      status: 400,
      code: 'too-large',
    })
    expect(await call(author, retire, 'GET')).toMatchObject({ status: 400, problems: ['the method must be POST'] })
  })

  it('is a fault where AWS named no caller: nobody is taken at their word', async () => {
    const { handle } = { handle: createHandler({} as Dependencies) }
    const { requestContext, ...call } = aCall(reviewer, approve)
    await expect(handle({ ...call, requestContext: { http: requestContext.http } })).rejects.toThrow()
    await expect(handle({ ...call, requestContext: { ...requestContext, authorizer: undefined } })).rejects.toThrow()
  })
})
