import type { Laws } from './laws.ts'
import { readTable } from './versions.ts'
import type { Sent, World } from './world.ts'

/** Whether a version was sent at some time since a request's function began. */
const wasSent = (version: number, since: Sent | undefined) =>
  version > (since?.number ?? 0) || (version === since?.number && !since.isRetired)

/** What was sent when the function began that has just done something: of each step there is one. */
const sinceOf = (before: World, after: World): Sent | undefined =>
  before.live.find((invocation) => invocation.role === 'notification' && !after.live.includes(invocation))?.since

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** A notification is planned once, by what was sent since its function began; after the retirement it is refused. */
export const ofRequests = ({ tables }: Laws, before: World, after: World): string | undefined => {
  const [{ notification: earlier }, { notification, versions }] = [
    readTable(tables, before.table),
    readTable(tables, after.table),
  ]
  if (notification === undefined || isSame(earlier, notification)) return undefined
  const { plan, reason } = notification
  const since = sinceOf(before, after)
  if (earlier?.plan) return isSame(earlier.plan, plan) ? undefined : 'a plan changes'
  if (plan)
    return wasSent(plan.version, since) ? undefined : `version ${plan.version} is planned with, after its retirement or its end`
  if (reason === 'unknown-template') return since ? 'a request is refused as that of no template' : undefined
  if (reason !== 'template-retired') return `a request is neither planned nor refused, but ${reason}`
  return [...versions.values()].some(({ review }) => review.retirement)
    ? undefined
    : 'a request is refused, and nothing is retired'
}
