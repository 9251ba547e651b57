import { marshall } from '@aws-sdk/util-dynamodb'
import type { StreamRecord } from '../../../functions/publish/handler.ts'
import { numberOf } from '../core/ids.ts'
import type { World } from '../core/world.ts'
import type { Change } from '../dynamo/table.ts'
import { mostInBatch, publishingOver, type Streamed } from './publishing.ts'

/** Changes lie in shards by their key; each shard is read in order, by one invocation at a time. */
const shards = 4

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

/** The table's stream and what reads it for `publish`. @returns what is told of each change of the table */
export const streamOver = (world: () => World): ((change: Change) => void) => {
  const waiting = Array.from({ length: shards }, (): Streamed[] => [])
  const isRead = Array.from({ length: shards }, () => false)
  const changesOf = new Map<number, number>()
  const image = imager()
  const publish = publishingOver(world)

  const read = async (shard: number) => {
    if (isRead[shard]) return
    isRead[shard] = true
    const lying = waiting[shard] ?? []
    while (lying.length > 0) {
      await world().time.sleep(120)
      await publish(lying.splice(0, mostInBatch))
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
