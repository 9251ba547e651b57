import { expect } from 'vitest'
import { readTemplate } from '../../functions/record/read-template.ts'
import { readStoredReview } from '../../functions/record/review/stored-review.ts'
import { standing } from '../../functions/template/review/close-review.ts'
import type { Decision } from '../../functions/template/review/review.ts'
import type { reviewWorld } from '../e2e/review-world.ts'
import type { UnderFaults } from './under-faults.ts'

/** What stands of a version, and how its execution ended. */
export interface Judgement {
  readonly decision: Decision
  /** The last state, e.g. "Approved"; else the execution's status, e.g. "ABORTED". */
  readonly end: string | undefined
}

const endOf = { approved: 'Approved', rejected: 'Rejected', expired: 'Expired' } as const
const eventOf = { approved: 'Template Approved', rejected: 'Template Rejected' } as const

/** Waits until a version is decided and its execution has ended, and finds that records, events, execution and what is sent agree. */
export const verdictIn =
  (world: Pick<UnderFaults, 'table' | 'until'>, review: Awaited<ReturnType<typeof reviewWorld>>) =>
  async (name: string): Promise<Judgement> => {
    const { status, states } = await review.execution(name, 1)
    const stands = await world.until(async () => {
      const stored = await readStoredReview(world.table, name, 1)
      if (stored?.review.decision === undefined) throw new Error(`${name}@1 is not decided yet`)
      return { decision: stored.review.decision, word: standing(stored.review) ?? 'rejected' }
    })
    const { decision, word } = stands
    await review.event(`${name}@1`, eventOf[decision.verdict])
    expect(review.eventsOf(`${name}@1`)).toEqual(['Template Review Requested', eventOf[decision.verdict]])
    const current = await readTemplate(world.table)(name)
    expect(current?.version.version).toBe(decision.verdict === 'approved' ? 1 : undefined)
    const end = status === 'SUCCEEDED' ? states.at(-1) : status
    expect([endOf[word], 'ABORTED']).toContain(end)
    return { decision, end }
  }

/** e.g. "approved; the execution: Approved" */
export const sentenceOfVerdict = ({ decision, end }: Judgement): string =>
  `${decision.by === undefined ? `${decision.verdict}: ${decision.reason}` : decision.verdict}; the execution: ${end}`
