import type { StreamRecord } from '../../../functions/publish/handler.ts'
import type { World } from '../core/world.ts'

/** As the stack sets it: infra/constructs/status-publisher.ts. */
export const mostInBatch = 25
const mostRetries = 10
const mostAgeMs = 12 * 3_600_000

/** A change of the table on its way to `publish`. */
export interface Streamed {
  readonly of: number
  readonly record: StreamRecord
  readonly at: number
}

interface Batch {
  readonly changes: readonly Streamed[]
  readonly tries: number
}

/** A poisoned change is found by halving; halves do not count as tries. */
const halves = ({ changes, tries }: Batch): Batch[] => {
  const middle = Math.ceil(changes.length / 2)
  return [
    { changes: changes.slice(0, middle), tries },
    { changes: changes.slice(middle), tries },
  ]
}

/** What reads the stream: hands changes to `publish` until all are published or given up. */
export const publishingOver = (world: () => World) => {
  /** What is left to try again: from the first failure on, as the event source mapping does. */
  const attempt = async ({ changes, tries }: Batch): Promise<Batch[]> => {
    const works = changes.map(({ of, record }) => ({
      of,
      run: ({ publish }: { publish: (record: StreamRecord) => Promise<void> }) => publish(record),
    }))
    try {
      const results = await world().lambda('publish', works)
      const first = results.findIndex(({ status }) => status === 'rejected')
      return first < 0 ? [] : [{ changes: changes.slice(first), tries: tries + 1 }]
    } catch {
      const next = { changes, tries: tries + 1 }
      return changes.length > 1 ? halves({ changes, tries }) : [next]
    }
  }

  const giveUp = ({ changes }: Batch) => {
    const { ledger, tell } = world()
    for (const { of } of changes) {
      tell(of, () => 'a change could not be published, so its place lies in a failure queue')
      ledger.deadLetters.push({ of, queue: 'not-published' })
    }
  }

  const isSpent = ({ changes: [first], tries }: Batch) =>
    tries > mostRetries || (first !== undefined && world().time.now() - first.at > mostAgeMs)

  const publishAll = async (batch: Batch): Promise<void> => {
    if (isSpent(batch)) return giveUp(batch)
    if (batch.tries > 0) await world().time.sleep(Math.min(60, 2 ** batch.tries) * 1000)
    for (const rest of await attempt(batch)) await publishAll(rest)
  }

  return (changes: readonly Streamed[]): Promise<void> => publishAll({ changes, tries: 0 })
}
