import * as z from 'zod'
import { kinds } from '../../notification/kinds.ts'
import { Finding } from '../finding.ts'
import { TemplateName } from '../template.ts'

/** In the order in which a version goes through them; a rejected one goes no further, and only an approved one is retired. */
export const reviewStates = ['draft', 'in review', 'approved', 'rejected', 'retired'] as const
export type ReviewState = (typeof reviewStates)[number]

export const verdicts = ['approved', 'rejected'] as const
export type Verdict = (typeof verdicts)[number]

/** An identity as AWS names it, e.g. "arn:aws:iam::111122223333:user/author". */
const Arn = z.string().min(1)

export const Decision = z.object({
  verdict: z.enum(verdicts),
  by: Arn.optional().describe('Who decided; nobody where the checks, the expiry or a fault did.'),
  reason: z.string(),
  at: z.iso.datetime(),
})
export type Decision = Readonly<z.infer<typeof Decision>>

/** What is known of a version besides its content: who asked, what the checks found, who decided, when and why. */
export const Review = z.object({
  name: TemplateName,
  version: z.int().positive(),
  kind: z.enum(kinds),
  state: z.enum(reviewStates),
  /** SHA-256 of the content, as `textHash` makes it. */
  textHash: z.string(),
  submittedBy: Arn,
  submittedAt: z.iso.datetime(),
  findings: z.array(Finding).optional(),
  checkedAt: z.iso.datetime().optional(),
  decision: Decision.optional(),
  retirement: z.object({ by: Arn, reason: z.string(), at: z.iso.datetime() }).optional(),
})
export type Review = Readonly<z.infer<typeof Review>>

/** e.g. "order-shipped@3" */
export const versionName = ({ name, version }: Pick<Review, 'name' | 'version'>): string => `${name}@${version}`
