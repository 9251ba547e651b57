import { type Review, versionName } from '../../functions/template/review/review.ts'

const when = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`

/** A check's finding on one line. */
export const describeFinding = ({ code, field, sentence, remedy }: NonNullable<Review['findings']>[number]): string =>
  `${field} ${sentence} (${code}): ${remedy}`

const checkedLines = ({ checkedAt, findings = [] }: Review): string[] =>
  checkedAt === undefined
    ? []
    : [
        `checked    ${when(checkedAt)}, ${findings.length === 0 ? 'nothing found' : `${findings.length} found:`}`,
        ...findings.map((finding) => `           ${describeFinding(finding)}`),
      ]

/** What became of a version: who submitted it, what the checks found, who decided, when and why. */
export const describeReview = (review: Review): string[] => {
  const { kind, state, submittedAt, submittedBy, decision, retirement, textHash } = review
  return [
    `${versionName(review)}, ${kind}, ${state}`,
    `submitted  ${when(submittedAt)} by ${submittedBy}`,
    ...checkedLines(review),
    ...(decision
      ? [`${decision.verdict.padEnd(9)}  ${when(decision.at)} by ${decision.by ?? 'nobody'}: ${decision.reason}`]
      : []),
    ...(retirement ? [`retired    ${when(retirement.at)} by ${retirement.by}: ${retirement.reason}`] : []),
    `text hash  ${textHash}`,
  ]
}

const standing = ({ state, decision }: Review): string => {
  if (state === 'approved') return 'unchanged, and approved'
  return decision === undefined ? state : `${state}: ${decision.reason}`
}

/** What became of a template that was submitted, with all that its checks found. */
export const describeSubmitted = (review: Review): string[] => [
  `${versionName(review)} ${standing(review)}`,
  ...(review.findings ?? []).map((finding) => `  ${describeFinding(finding)}`),
]
