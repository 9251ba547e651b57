import { marshall } from '@aws-sdk/util-dynamodb'
import type { StreamRecord } from '../../../functions/publish/handler.ts'
import { numberOf } from '../core/ids.ts'
import type { World } from '../core/world.ts'
import type { Change } from '../dynamo/table.ts'

/** As the stack sets it: infra/constructs/status-publisher.ts. */
const mostInBatch = 25
const mostRetries = 10
const mostAgeMs = 12 * 3_600_000

/** Changes lie in shards by their key; each shard is read in order, by one invocation at a time. */
const shards = 4

interface Streamed {
  readonly of: number
  readonly record: StreamRecord
  readonly at: number
}

interface Batch {
  readonly changes: readonly Streamed[]
  readonly tries: number
}

type Image = NonNullable<NonNullable<StreamRecord['dynamodb']>['NewImage']>

/** What lay there after one change lies there before the next: each image is made once. */
const imager = () => {
  const last = new Map<string, { readonly version: unknown; readonly image: Image }>()
  return (item: Change['after']): Image | undefined => {
    if (item === undefined) return undefined
    const known = last.get(String(item.PK))
    if (known && known.version === item.version) return known.image
    const image = marshall(item, { removeUndefinedValues: true })
    last.set(String(item.PK), { version: item.version, image })
    return image
  }
}

/** A poisoned change is found by halving; halves do not count as tries. */
const halves = ({ changes, tries }: Batch): Batch[] => {
  const middle = Math.ceil(changes.length / 2)
  return [
    { changes: changes.slice(0, middle), tries },
    { changes: changes.slice(middle), tries },
  ]
}

/** The table's stream and what reads it for `publish`. @returns what is told of each change of the table */
export const streamOver = (world: () => World): ((change: Change) => void) => {
  const waiting = Array.from({ length: shards }, (): Streamed[] => [])
  const isRead = Array.from({ length: shards }, () => false)
  const changesOf = new Map<number, number>()
  const image = imager()

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

  const read = async (shard: number) => {
    if (isRead[shard]) return
    isRead[shard] = true
    const lying = waiting[shard] ?? []
    while (lying.length > 0) {
      await world().time.sleep(120)
      await publishAll({ changes: lying.splice(0, mostInBatch), tries: 0 })
    }
    isRead[shard] = false
  }

  const add = (change: Streamed) => {
    const shard = Math.abs(change.of) % shards
    waiting[shard]?.push(change)
    void read(shard)
  }

  return ({ key, before, after }) => {
    if (key.SK !== 'NOTIFICATION') return
    const { time, faults } = world()
    const of = numberOf(key.PK.slice(2))
    const number = (changesOf.get(of) ?? 0) + 1
    changesOf.set(of, number)
    const [OldImage, NewImage] = [image(before), image(after)]
    const change = { of, at: time.now(), record: { dynamodb: { ...(OldImage && { OldImage }), ...(NewImage && { NewImage }) } } }
    add(change)
    if (faults.strike('stream-repeat', of, (fault) => fault.change === number)) time.after(5_000, () => add(change))
  }
}
