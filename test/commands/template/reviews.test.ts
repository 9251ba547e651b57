import { describe, expect, it } from 'vitest'
import { describeReview, describeSubmitted } from '../../../commands/template/describe-review.ts'
import { listTemplates } from '../../../commands/template/list-templates.ts'
import type { Review } from '../../../functions/template/review/review.ts'

const author = 'arn:aws:iam::111122223333:user/author'
const reviewer = 'arn:aws:iam::111122223333:user/reviewer'

const aReview = (overrides: Partial<Review> = {}): Review => ({
  name: 'order-shipped',
  version: 3,
  kind: 'order',
  state: 'in review',
  textHash: 'abc',
  submittedBy: author,
  submittedAt: '2026-11-22T12:00:00.000Z',
  checkedAt: '2026-11-22T12:00:01.000Z',
  findings: [],
  ...overrides,
})

const finding: NonNullable<Review['findings']>[number] = {
  code: 'unused-slot',
  field: 'texts.de',
  sentence: 'does not use the slot eta',
  remedy: 'write {{eta}} where it belongs',
}

describe('a review in words', () => {
  it('tells who submitted, and that the checks found nothing', () => {
    expect(describeReview(aReview())).toEqual([
      'order-shipped@3, order, in review',
      `submitted  2026-11-22 12:00 UTC by ${author}`,
      'checked    2026-11-22 12:00 UTC, nothing found',
      'text hash  abc',
    ])
  })

  it('tells every finding with its code and its remedy, and that nobody decided', () => {
    const decision = { verdict: 'rejected', reason: 'checks', at: '2026-11-22T12:00:01.000Z' } as const
    const lines = describeReview(aReview({ state: 'rejected', findings: [finding], decision }))
    expect(lines.slice(2)).toEqual([
      'checked    2026-11-22 12:00 UTC, 1 found:',
      '           texts.de does not use the slot eta (unused-slot): write {{eta}} where it belongs',
      'rejected   2026-11-22 12:00 UTC by nobody: checks',
      'text hash  abc',
    ])
  })

  it('tells who approved and who retired, when and why', () => {
    const decision = { verdict: 'approved', by: reviewer, reason: 'clear', at: '2026-11-22T13:00:00.000Z' } as const
    const retirement = { by: reviewer, reason: 'closed', at: '2026-11-23T13:00:00.000Z' }
    expect(describeReview(aReview({ state: 'retired', decision, retirement }))).toEqual(
      expect.arrayContaining([
        `approved   2026-11-22 13:00 UTC by ${reviewer}: clear`,
        `retired    2026-11-23 13:00 UTC by ${reviewer}: closed`,
      ]),
    )
  })
})

describe('a template that was submitted', () => {
  it('is in review, or rejected with all that its checks found', () => {
    expect(describeSubmitted(aReview())).toEqual(['order-shipped@3 in review'])
    const decision = { verdict: 'rejected', reason: 'checks', at: '2026-11-22T12:00:01.000Z' } as const
    expect(describeSubmitted(aReview({ state: 'rejected', findings: [finding, finding], decision }))).toEqual([
      'order-shipped@3 rejected: checks',
      ...Array(2).fill('  texts.de does not use the slot eta (unused-slot): write {{eta}} where it belongs'),
    ])
  })

  it('was approved before where nothing has changed', () => {
    const decision = { verdict: 'approved', by: reviewer, reason: 'clear', at: '2026-11-22T13:00:00.000Z' } as const
    expect(describeSubmitted(aReview({ state: 'approved', decision }))).toEqual(['order-shipped@3 unchanged, and approved'])
  })
})

describe('the list of templates', () => {
  it('names the version that was approved last, and those on their way', () => {
    const versions = [
      aReview({ version: 6, state: 'draft' }),
      aReview({ version: 5, state: 'rejected' }),
      aReview({ version: 4 }),
      aReview({ state: 'approved' }),
      aReview({ version: 2, state: 'approved' }),
    ]
    expect(listTemplates(versions)).toEqual([
      { name: 'order-shipped', kind: 'order', current: 3, isRetired: false, drafts: [6], inReview: [4] },
    ])
  })

  it('tells a retired template from one that was never approved', () => {
    const [retired, fresh] = listTemplates([aReview({ state: 'retired' }), aReview({ name: 'sign-in-code', version: 1 })])
    expect(retired).toMatchObject({ current: 3, isRetired: true })
    expect(fresh).toEqual({ name: 'sign-in-code', kind: 'order', isRetired: false, drafts: [], inReview: [1] })
  })

  it('is empty where nothing was submitted', () => {
    expect(listTemplates([])).toEqual([])
  })
})
