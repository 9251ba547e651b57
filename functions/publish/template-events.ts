import { type Review, versionName } from '../template/review/review.ts'
import type { TemplateDetail, TemplateDetailType, TemplateEvent } from './template-event.ts'

type Told = Pick<TemplateDetail, 'by' | 'reason' | 'at'>

const event = (detailType: TemplateDetailType, review: Review, { by, reason, at }: Told): TemplateEvent => {
  const template = versionName(review)
  const { kind, textHash } = review
  return { detailType, detail: { eventId: `${template}/${detailType}`, template, kind, by, reason, textHash, at } }
}

/** What the state that a version has come to is worth telling. */
const ofState = (review: Review): TemplateEvent[] => {
  const { state, submittedBy, submittedAt, checkedAt, decision, retirement } = review
  switch (state) {
    case 'draft':
      return []
    case 'in review':
      return [event('Template Review Requested', review, { by: submittedBy, at: checkedAt ?? submittedAt })]
    case 'approved':
      return decision ? [event('Template Approved', review, decision)] : []
    case 'rejected':
      return decision ? [event('Template Rejected', review, decision)] : []
    case 'retired':
      return retirement ? [event('Template Retired', review, retirement)] : []
    default:
      return state satisfies never
  }
}

/** What a change of a version is worth telling: each state that it comes to but the first, once. */
export const templateEvents = (before: Review | undefined, after: Review): TemplateEvent[] =>
  before?.state === after.state ? [] : ofState(after)
