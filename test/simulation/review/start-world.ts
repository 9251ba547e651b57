import { currentKey, directoryKey, notificationKey, personKey, versionKey } from '../../../functions/record/keys.ts'
import { executionNameOf } from '../../../functions/template/review/execution-name.ts'
import type { Review } from '../../../functions/template/review/review.ts'
import type { Template } from '../../../functions/template/template.ts'
import { aRequestedNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { aDecision, aReview } from '../../builders/a-review.ts'
import { aSubmission } from '../../builders/a-submission.ts'
import { inProcessDynamo } from '../dynamo/in-process-dynamo.ts'
import type { Item } from '../dynamo/value.ts'
import { start, succeed } from '../workflow/machine.ts'
import { notificationId } from './acts.ts'
import type { Laws } from './laws.ts'
import type { SmallReview } from './small-review.ts'
import { isVersion } from './versions.ts'
import type { Run, World } from './world.ts'

const template = aSubmission()
const { name } = template

/** The token of the task that waits for a version's decision at the beginning. */
const taskOf = (version: number) => `task 1 of ${executionNameOf({ name, version })}`

const versionItem = (content: Template, review: Review, token?: string) => ({
  ...versionKey(name, review.version),
  version: { ...content, version: review.version },
  review,
  changes: 3,
  mark: 'nobody',
  ...(token !== undefined && { token }),
})

const waiting = (version: number) => {
  const content = version === 1 ? template : aSubmission({ description: `Version ${version}.` })
  return versionItem(content, aReview({ version }), taskOf(version))
}

const approved = () => versionItem(template, aReview({ state: 'approved', decision: aDecision() }))

const requested = () => [
  { ...notificationKey(notificationId), ...aRequestedNotification({ notificationId }), version: 1, mark: 'request' },
  { ...personKey(notificationId), ...aPerson({ text: undefined }) },
]

/** What lies in the table at first, and which versions wait for their decision. */
const beginnings = {
  nothing: { items: () => [], waits: [] },
  'a version in review': { items: () => [directoryKey(name), waiting(1)], waits: [1] },
  'two versions in review': { items: () => [directoryKey(name), waiting(1), waiting(2)], waits: [1, 2] },
  'a version sent, the next in review': {
    items: () => [
      directoryKey(name),
      approved(),
      waiting(2),
      { ...currentKey(name), version: { ...template, version: 1 }, number: 1, isRetired: false },
    ],
    waits: [2],
  },
} as const
export type Beginning = keyof typeof beginnings

/** The review of a version up to its wait. */
const runOf = ({ definition }: Laws, version: number): Run => {
  const checking = start(definition, { name, version })
  const execution = succeed(definition, checking, { passes: true })
  return { name: executionNameOf({ name, version }), execution, task: taskOf(version), tasks: 1 }
}

/** What the bus was told on the way to here. */
const toldOf = ({ bus }: Laws, items: readonly Item[]): number[] =>
  items.filter(isVersion).flatMap((item) => {
    const { review } = item as unknown as { readonly review: Review }
    const states = ['draft', 'in review', review.state] as const
    const images = states.map((state) => ({ ...item, review: { ...review, state } }) as Item)
    return images.slice(1).flatMap((image, index) => bus.tellsOf(images[index], image))
  })

export const startWorld = (laws: Laws, { from, acts, notifies = false, ...budget }: SmallReview): World => {
  const { items: itemsOf, waits } = beginnings[from]
  const given = [...itemsOf(), ...(notifies ? requested() : [])] as unknown as Item[]
  const items = inProcessDynamo({ items: given }).items()
  const told = toldOf(laws, items).sort((a, b) => a - b)
  const runs = waits.map((version) => runOf(laws, version))
  const left = { crashes: 0, lostReplies: 0, stops: 0, redrives: 0, ...budget }
  return { table: laws.tables.holding(items), runs, live: [], acts, left, told }
}
