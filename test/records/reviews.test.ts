import { describe, expect, it } from 'vitest'
import { findVersion } from '../../commands/template/source.ts'
import { readTemplate } from '../../functions/record/read-template.ts'
import { changeReview } from '../../functions/record/review/change-review.ts'
import { findReview } from '../../functions/record/review/find-review.ts'
import { listReviews } from '../../functions/record/review/list-reviews.ts'
import { storeDraft } from '../../functions/record/review/store-draft.ts'
import { readStoredReview } from '../../functions/record/review/stored-review.ts'
import { decide, retire as retireCurrent } from '../../functions/review/decide.ts'
import { decideReview } from '../../functions/template/review/decide-review.ts'
import { retireReview } from '../../functions/template/review/retire-review.ts'
import type { Review } from '../../functions/template/review/review.ts'
import { aDecision, aReview, author, reviewer } from '../builders/a-review.ts'
import { aSubmission } from '../builders/a-submission.ts'
import { noon } from '../builders/noon.ts'
import { storeAsPushDid } from '../builders/store-as-push-did.ts'
import { aTable, itemsOf } from './a-table.ts'
import { disturb, loseReply, watch } from './disturb.ts'

const table = aTable()

const textOf = (version: number) => `Shop, ${version}: {{orderNo}} {{eta}}`

/** A version that waits for its decision. */
const store = (name: string, version: number, en = textOf(version)) =>
  storeDraft(table())(aSubmission({ name, texts: { en } }), aReview({ name, version }))

const approve = (name: string, version: number, at = table()) =>
  changeReview(at)(name, version, ({ review, current, token }) => {
    const answer = decideReview(review, current, { verdict: 'approved', by: reviewer, reason: 'As agreed.' }, noon)
    return { review: typeof answer === 'string' ? review : answer, token, answer }
  })

const retire = (name: string, version: number, at = table()) =>
  changeReview(at)(name, version, ({ review, current, token }) => {
    const answer = retireReview(review, current, { by: author, reason: 'Sold out.' }, noon)
    return { review: typeof answer === 'string' ? review : answer, token, answer }
  })

const sent = async (name: string) => {
  const { version, isRetired } = (await readTemplate(table())(name)) ?? {}
  return { version: version?.version, text: version?.texts.en, isRetired }
}

const reject = (review: Review): Review => ({ ...review, state: 'rejected', decision: aDecision({ verdict: 'rejected' }) })

describe('a version', () => {
  it('never changes once it is stored', async () => {
    expect(await store('immutable', 1, 'First: {{orderNo}} {{eta}}')).toBe(true)
    expect(await store('immutable', 1, 'Second: {{orderNo}} {{eta}}')).toBe(false)
    expect(await findReview(table())('immutable', 1)).toMatchObject({
      template: { version: 1, texts: { en: 'First: {{orderNo}} {{eta}}' } },
      review: aReview({ name: 'immutable' }),
    })
  })

  it('has one author of a number, of ten at once', async () => {
    const texts = Array.from({ length: 10 }, (_, index) => `Author ${index}: {{orderNo}} {{eta}}`)
    const stored = await Promise.all(texts.map((text) => store('contested', 1, text)))
    expect(stored.filter((won) => won)).toHaveLength(1)
    const found = await findReview(table())('contested', 1)
    expect(found?.template.texts.en).toBe(texts[stored.indexOf(true)])
  })

  it('is listed, the newest first, and told from those of templates whose names begin alike', async () => {
    for (const version of [2, 10, 9, 1]) await store('listed', version)
    await store('listed-too', 3)
    const versions = async (name?: string) =>
      (await Array.fromAsync(listReviews(table())(name))).map((review) => `${review.name}@${review.version}`)
    expect(await versions('listed')).toEqual(['listed@10', 'listed@9', 'listed@2', 'listed@1'])
    expect((await versions()).filter((one) => one.startsWith('listed'))).toEqual([...(await versions('listed')), 'listed-too@3'])
    expect(await versions('nowhere')).toEqual([])
  })

  it('that nobody submitted is none, and is not changed', async () => {
    expect(await findReview(table())('nowhere', 1)).toBeUndefined()
    expect(await approve('nowhere', 1)).toBeUndefined()
    expect(await readTemplate(table())('nowhere')).toBeUndefined()
  })
})

describe('a version from before there were reviews', () => {
  const none = 'There is no pushed@1: `heliograph template list` shows what there is.'

  it('is none to show, and the next one is found beside it', async () => {
    await storeAsPushDid(table(), 'pushed', 1)
    await store('pushed', 2)
    expect(await findReview(table())('pushed', 1)).toBeUndefined()
    await expect(findVersion(table(), 'pushed@1')).rejects.toThrow(none)
    expect(await findVersion(table(), 'pushed@2')).toMatchObject({ review: { version: 2, state: 'in review' } })
  })

  it('is none to decide on, nor to retire, and stays as it is', async () => {
    await storeAsPushDid(table(), 'undecided', 1)
    const before = await itemsOf(table(), 'T#undecided')
    expect(await readStoredReview(table(), 'undecided', 1)).toBeUndefined()
    expect(await approve('undecided', 1)).toBeUndefined()
    const deciding = {
      changeReview: changeReview(table()),
      readTemplate: readTemplate(table()),
      settleReview: () => Promise.reject(new Error('no task waits for it')),
      now: () => noon,
    }
    const by = { by: reviewer, reason: 'As agreed.' }
    expect(await decide(deciding)('undecided', 1, { verdict: 'approved', ...by })).toBe('unknown-template')
    expect(await retireCurrent(deciding)('undecided', by)).toBe('unknown-template')
    expect(await itemsOf(table(), 'T#undecided')).toEqual(before)
  })
})

describe('what is sent', () => {
  it('is nothing before an approval, then the version that was approved', async () => {
    await store('approved', 1)
    expect(await readTemplate(table())('approved')).toBeUndefined()
    await approve('approved', 1)
    expect(await sent('approved')).toEqual({ version: 1, text: textOf(1), isRetired: false })
  })

  it('only moves to later versions, whoever of two reviewers is faster', async () => {
    for (const version of [9, 10]) await store('upwards', version)
    const slow = table()
    disturb(slow, 'TransactWriteItemsCommand', { before: () => approve('upwards', 10) })
    expect(await approve('upwards', 9, slow)).toMatchObject({ answer: 'superseded' })
    expect(await sent('upwards')).toMatchObject({ version: 10 })
    expect(await findReview(table())('upwards', 9)).toMatchObject({ review: { state: 'in review' } })
  })

  it('stays when a later version is rejected', async () => {
    for (const version of [1, 2]) await store('kept', version)
    await approve('kept', 1)
    await changeReview(table())('kept', 2, ({ review }) => ({ review: reject(review), answer: undefined }))
    expect(await sent('kept')).toMatchObject({ version: 1, isRetired: false })
  })

  it('is retired until a later version is approved', async () => {
    for (const version of [1, 2]) await store('retired', version)
    await approve('retired', 1)
    await retire('retired', 1)
    expect(await sent('retired')).toMatchObject({ version: 1, isRetired: true })
    await approve('retired', 2)
    expect(await sent('retired')).toMatchObject({ version: 2, isRetired: false })
  })

  it('is not retired by who meant the version before it', async () => {
    for (const version of [1, 2]) await store('overtaken', version)
    await approve('overtaken', 1)
    const slow = table()
    disturb(slow, 'TransactWriteItemsCommand', { before: () => approve('overtaken', 2) })
    expect(await retire('overtaken', 1, slow)).toMatchObject({ answer: 'superseded' })
    expect(await sent('overtaken')).toMatchObject({ version: 2, isRetired: false })
  })
})

describe('two who change one version', () => {
  it('of twenty decisions one is kept', async () => {
    await store('decided', 1)
    const decisions = Array.from({ length: 20 }, (_, index) =>
      changeReview(table())('decided', 1, ({ review, current, token }) => {
        const verdict = index % 2 === 0 ? 'approved' : 'rejected'
        const answer = decideReview(review, current, { verdict, by: reviewer, reason: `Reason ${index}.` }, noon)
        return { review: typeof answer === 'string' ? review : answer, token, answer }
      }),
    )
    const answers = (await Promise.all(decisions)).map((change) => change?.answer)
    const [kept, ...more] = answers.filter((answer) => typeof answer !== 'string')
    expect(more).toEqual([])
    expect((await findReview(table())('decided', 1))?.review).toEqual(kept)
    expect(await sent('decided')).toMatchObject({ version: kept?.state === 'approved' ? 1 : undefined })
  })

  it('the later is not told of a later version where the earlier approved this one between its reads', async () => {
    await store('torn', 1)
    const slow = table()
    disturb(slow, 'GetItemCommand', { after: () => approve('torn', 1) })
    expect(await approve('torn', 1, slow)).toMatchObject({ answer: { state: 'approved' } })
  })

  it('the later judges what the earlier wrote', async () => {
    await store('raced', 1)
    const slow = table()
    const expire = () => changeReview(table())('raced', 1, ({ review }) => ({ review: reject(review), answer: undefined }))
    disturb(slow, 'TransactWriteItemsCommand', { before: expire })
    expect(await approve('raced', 1, slow)).toMatchObject({ answer: 'not-in-review' })
    expect(await readTemplate(table())('raced')).toBeUndefined()
  })
})

describe('a write whose reply is lost', () => {
  it('is recognised as one’s own: a decision', async () => {
    await store('lost', 1)
    const unlucky = table()
    loseReply(unlucky, 'TransactWriteItemsCommand')
    const commands = watch(unlucky)
    expect(await approve('lost', 1, unlucky)).toMatchObject({ answer: { state: 'approved' } })
    expect(commands.filter((name) => name === 'TransactWriteItemsCommand').length).toBeGreaterThan(1)
    expect(await sent('lost')).toMatchObject({ version: 1 })
  })

  it('is recognised as one’s own, and not judged again as if another had written it', async () => {
    await store('lost-token', 1)
    const unlucky = table()
    loseReply(unlucky, 'UpdateItemCommand')
    const rejected = await changeReview(unlucky)('lost-token', 1, ({ review }) => ({
      review: reject(review),
      token: 'mine',
      answer: review.state,
    }))
    expect(rejected).toMatchObject({ token: 'mine', answer: 'in review' })
    const after = await changeReview(table())('lost-token', 1, ({ review, token }) => ({ review, token, answer: token }))
    expect(after).toMatchObject({ answer: 'mine', review: { state: 'rejected' } })
  })
})
