import { randomUUID } from 'node:crypto'
import { SendTaskFailureCommand, SFNClient } from '@aws-sdk/client-sfn'
import { callReview, type ReviewCall } from '../../commands/template/review-client.ts'
import { readStoredReview } from '../../functions/record/review/stored-review.ts'
import type { Template } from '../../functions/template/template.ts'
import { aSubmission } from '../builders/a-submission.ts'
import { reviewWorld } from '../e2e/review-world.ts'
import { anotherReviewer } from './another-reviewer.ts'
import type { FaultInput } from './proxy/fault.ts'
import { underFaults } from './under-faults.ts'
import { verdictIn } from './verdict.ts'

/** The deployed review with the fault proxy behind it, as its people see it. Every template has a name of its own, and one version. */
export const reviewUnderFaults = async () => {
  const world = await underFaults()
  const review = await reviewWorld()
  const another = await anotherReviewer(world.target)
  const workflows = new SFNClient(world.target.client)

  const submit = async (template: Template) => {
    const answer = await review.as('author', { action: 'submit', template })
    if (!answer.ok) throw new Error(answer.problems.join())
    return answer
  }
  const isInReview = (name: string) => review.state(name, 1, 'in review')

  return {
    ...world,
    stop: () => {
      world.stop()
      review.stop()
    },
    as: review.as,
    /** The call of a further person, who may decide as the reviewer may. */
    asAnother: (call: ReviewCall) => callReview(another, call),
    reviews: review.reviews,
    templateEvent: review.event,
    templateEventsOf: review.eventsOf,
    stopReview: (name: string) => review.abort(name, 1),
    submit,
    isInReview,
    /** Submits a template and waits until it waits for a decision. @returns its name */
    inReview: async (overrides: Partial<Template> = {}): Promise<string> => {
      const template = aDraft(overrides)
      await submit(template)
      await isInReview(template.name)
      return template.name
    },
    /** Of the task that waits for the decision. */
    tokenOf: async (name: string): Promise<string> => (await readStoredReview(world.table, name, 1))?.token ?? '',
    /** Ends the wait for a decision, as Step Functions does after fourteen days. */
    timeOut: (taskToken: string) => workflows.send(new SendTaskFailureCommand({ taskToken, error: 'States.Timeout' })),
    verdict: verdictIn(world, review),
  }
}
export type ReviewUnderFaults = Awaited<ReturnType<typeof reviewUnderFaults>>

export const aDraft = (overrides: Partial<Template> = {}): Template =>
  aSubmission({ name: `fault-${randomUUID().slice(0, 8)}`, ...overrides })

const reason = 'As agreed.'
export const approval = (name: string) => ({ action: 'approve', name, version: 1, reason }) as const
export const rejection = (name: string) => ({ action: 'reject', name, version: 1, reason }) as const
export const retirement = (name: string) => ({ action: 'retire', name, reason }) as const

/** The writes by which a version's review is changed. */
export const writeTo = (name: string, ...holding: readonly string[]) => ({
  service: 'dynamodb',
  holding: [`"T#${name}"`, ':unchanged', ...holding],
})

/** Holds them until two are there, and then lets both go at once. */
export const meetingOfWrites = (name: string): FaultInput => ({ ...writeTo(name), does: { kind: 'gather', calls: 2 } })
