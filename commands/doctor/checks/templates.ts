import { listReviews } from '../../../functions/record/review/list-reviews.ts'
import { tableOf } from '../../table-of.ts'
import { type Listed, listTemplates } from '../../template/list-templates.ts'
import { type Check, type Finding, fault, fine } from '../finding.ts'

export const judgeTemplates = (listed: readonly Pick<Listed, 'name' | 'current' | 'isRetired'>[]): Finding => {
  const sent = listed.filter(({ current, isRetired }) => current !== undefined && !isRetired)
  return sent.length === 0
    ? fault(
        'No template is approved: every request is rejected.',
        '`heliograph template submit templates`, and another person approves them (docs/templates.md).',
      )
    : fine(`${sent.length} of ${listed.length} templates are approved and may be sent.`)
}

export const templates: Check = {
  name: 'templates',
  look: async (target) => judgeTemplates(listTemplates(await Array.fromAsync(listReviews(tableOf(target))()))),
}
