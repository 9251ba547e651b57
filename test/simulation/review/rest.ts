import { standing } from '../../../functions/template/review/close-review.ts'
import { executionNameOf } from '../../../functions/template/review/execution-name.ts'
import type { ReviewState } from '../../../functions/template/review/review.ts'
import type { Laws } from './laws.ts'
import { type Read, readTable, type Stored } from './versions.ts'
import type { Run, World } from './world.ts'

/** What must hold whenever no function is at work: nobody waits for what is known, and everybody was told. */

const ends = { approved: 'Approved', rejected: 'Rejected', expired: 'Expired' } as const

const ofRun = ({ execution: { end, state }, task, name }: Run, { review, token }: Stored): string | undefined => {
  const stands = standing(review)
  if (!end) {
    if (stands !== undefined) return `${name} waits, and ${stands} stands`
    if (review.state !== 'in review') return `${name} waits for a decision on what is ${review.state}`
    return token === task ? undefined : `${name} waits, and nobody knows its token`
  }
  if (stands === undefined) return `${name} ended in ${state}, and nothing is decided`
  if (end.status !== 'SUCCEEDED') return undefined
  return state === ends[stands] ? undefined : `${name} ended in ${state}, and what stands is ${stands}`
}

/** The events of a version that has come to a state. */
const eventsOf = (state: ReviewState, wasAsked: boolean): readonly string[] => {
  const asked = wasAsked ? ['Template Review Requested'] : []
  switch (state) {
    case 'draft':
      return []
    case 'in review':
      return asked
    case 'approved':
      return [...asked, 'Template Approved']
    case 'rejected':
      return [...asked, 'Template Rejected']
    case 'retired':
      return [...asked, 'Template Approved', 'Template Retired']
    default:
      return state satisfies never
  }
}

const isOf = (name: string) => (eventId: string) => eventId.startsWith(`${name}/`)

const ofEvents = ({ bus }: Laws, { told }: World, { review }: Stored): string | undefined => {
  const name = `${review.name}@${review.version}`
  const events = told.map((number) => bus.of(number)).filter(({ eventId }) => isOf(name)(eventId))
  const heard = events.map(({ detailType }) => detailType).sort()
  const wasAsked = review.state !== 'rejected' || heard.includes('Template Review Requested')
  const due = [...eventsOf(review.state, wasAsked)].sort()
  return heard.join() === due.join() ? undefined : `of ${name}, which is ${review.state}, the bus heard ${heard.join(', ')}`
}

/** What is wrong with a world in which no function is at work, if anything. */
export const restOf = (laws: Laws, world: World): string | undefined => {
  if (world.live.length > 0) return undefined
  const read = readTable(laws.tables, world.table)
  for (const version of read.versions.values()) {
    const run = world.runs.find(({ name }) => name === executionNameOf(version.review))
    const wrong = (run && ofRun(run, version)) ?? ofEvents(laws, world, version)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

/** What is wrong where nothing happens any more: a version that nobody looks after, if there is one. */
export const stuckIn = ({ tables }: Laws, { table, runs }: World): string | undefined => {
  const read: Read = readTable(tables, table)
  const open = [...read.versions.values()].find(({ review: { decision } }) => decision === undefined)
  if (open) return `version ${open.review.version} stays ${open.review.state} for ever`
  const endless = runs.find(({ execution }) => !execution.end)
  return endless && `${endless.name} never ends`
}
