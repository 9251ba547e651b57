import { expect, it } from 'vitest'
import type { Finding } from '../../../../functions/template/finding.ts'
import { withFindings } from '../../../../functions/template/review/with-findings.ts'
import { aDraftReview } from '../../../builders/a-review.ts'
import { atNoon, noon } from '../../../builders/noon.ts'

const finding: Finding = { code: 'brand-missing', field: 'texts.en', sentence: 'does not hold it', remedy: 'write it' }

it('passes a draft of which nothing was found', () => {
  expect(withFindings(aDraftReview(), [], noon)).toEqual({ ...aDraftReview(), findings: [], checkedAt: atNoon() })
})

it('rejects a draft, and keeps of what was found no more than its item of the table holds', () => {
  const rejected = withFindings(aDraftReview(), Array<Finding>(10_000).fill(finding), noon)
  expect(rejected).toMatchObject({ state: 'rejected', decision: { verdict: 'rejected', reason: 'checks' } })
  expect(rejected.findings).toHaveLength(100)
})
