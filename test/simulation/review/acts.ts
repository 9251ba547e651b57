import { aCall } from '../../builders/a-call.ts'
import { author, reviewer } from '../../builders/a-review.ts'
import { aSubmission } from '../../builders/a-submission.ts'
import type { Invoked } from '../small-worlds/place.ts'
import type { Invocation } from './world.ts'

/** A third person, who would decide otherwise. */
export const third = reviewer.replace('reviewer', 'third')

export const notificationId = 'shop-order-4711-shipped'

const first = aSubmission()
const next = aSubmission({ description: 'Sent when a parcel has left; the next version.' })

const { name } = first
const decision = (action: 'approve' | 'reject', version: number) => ({ action, name, version, reason: 'As agreed.' })

interface Act extends Omit<Invoked, 'name'> {
  readonly role: Invocation['role']
}

const call = (by: string, body: object): Act => ({ function: 'review', payload: aCall(by, body), role: 'person' })
const validation: Act = { function: 'validate', payload: { notificationId }, role: 'notification' }

/** What people and notifications do, each at most once, whenever they like; the same twice stands here twice. */
export const acts = {
  submit: call(author, { action: 'submit', template: first }),
  'submit again': call(author, { action: 'submit', template: first }),
  'submit the next version': call(author, { action: 'submit', template: next }),
  approve: call(reviewer, decision('approve', 1)),
  'approve again': call(reviewer, decision('approve', 1)),
  'approve their own': call(author, decision('approve', 1)),
  reject: call(third, decision('reject', 1)),
  'approve the next version': call(reviewer, decision('approve', 2)),
  'reject the next version': call(third, decision('reject', 2)),
  retire: call(third, { action: 'retire', name, reason: 'Sold out.' }),
  validate: validation,
  'validate again': validation,
} as const satisfies Record<string, Act>
export type ActName = keyof typeof acts
