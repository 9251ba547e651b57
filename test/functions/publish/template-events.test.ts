import { describe, expect, it } from 'vitest'
import { type TemplateDetail, TemplateDetail as TemplateDetailSchema } from '../../../functions/publish/template-event.ts'
import { templateEvents } from '../../../functions/publish/template-events.ts'
import type { Review } from '../../../functions/template/review/review.ts'
import { aDecision, aDraftReview, aReview, author, reviewer } from '../../builders/a-review.ts'
import { aTemplate } from '../../builders/a-template.ts'
import { atNoon } from '../../builders/noon.ts'
import { published } from './published.ts'

const approved = aReview({ state: 'approved', decision: aDecision() })
const retirement = { by: author, reason: 'No longer sold.', at: atNoon(90) }
const expiry = aDecision({ verdict: 'rejected', by: undefined, reason: 'expired' })

describe('what is told of a version', () => {
  it.each<[before: Review | undefined, after: Review, detailType: string, said: Partial<TemplateDetail>]>([
    [aDraftReview(), aReview(), 'Template Review Requested', { by: author, at: atNoon(1) }],
    [aReview(), approved, 'Template Approved', { by: reviewer, reason: 'As agreed.', at: atNoon(60) }],
    [aReview(), aReview({ state: 'rejected', decision: expiry }), 'Template Rejected', { reason: 'expired', at: atNoon(60) }],
    [approved, { ...approved, state: 'retired', retirement }, 'Template Retired', retirement],
  ])('when it changes from %j to %j is %s', (before, after, detailType, said) => {
    const [event, ...more] = templateEvents(before, after)
    expect(more).toEqual([])
    expect(event?.detailType).toBe(detailType)
    const eventId = `order-shipped@1/${detailType}`
    const about = { eventId, template: 'order-shipped@1', kind: 'order', textHash: after.textHash }
    expect(TemplateDetailSchema.parse(JSON.parse(JSON.stringify(event?.detail)))).toEqual({ ...about, ...said })
  })

  it('is nothing when it was only stored, checked, or given another token', () => {
    expect(templateEvents(undefined, aDraftReview())).toEqual([])
    expect(templateEvents(aDraftReview(), aDraftReview({ findings: [] }))).toEqual([])
    expect(templateEvents(approved, approved)).toEqual([])
  })
})

it('is published from the table, without the text that lies beside the review', async () => {
  const item = { PK: 'T#order-shipped', SK: 'V#0001', version: aTemplate(), changes: 1, mark: 'a', token: 'secret' }
  const told = await published({ ...item, review: approved }, { ...item, review: aReview() })
  expect(told).toEqual([expect.objectContaining({ detailType: 'Template Approved' })])
  for (const unsaid of ['secret', 'Shop: order']) expect(JSON.stringify(told)).not.toContain(unsaid)
})
