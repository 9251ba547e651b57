import { describe, expect, it } from 'vitest'
import type { StreamRecord } from '../../../functions/publish/handler.ts'
import { createHandler, type Dependencies, type Letter } from '../../../functions/republish/handler.ts'
import { afterNoon, noon } from '../../builders/noon.ts'
import { aLetter } from './a-letter.ts'

const letter = (id: string, place: object = {}): Letter => ({ id, handle: `handle-of-${id}`, body: aLetter(place) })
const record = (name: string): StreamRecord => ({ dynamodb: { NewImage: { name: { S: name } } } })
const nameOf = ({ dynamodb }: StreamRecord) => dynamodb?.NewImage?.name?.S

/** A queue with these letters, each of which points at two records named as its shard; two are received at a time. */
const aRepublisher = (letters: readonly Letter[], overrides: Partial<Dependencies> = {}) => {
  const queue = [...letters]
  const did = { published: [] as unknown[], removed: [] as string[], left: [] as string[], failed: [] as string[] }
  const run = createHandler({
    receive: async () => queue.splice(0, 2),
    remove: async ({ handle }) => void did.removed.push(handle),
    readStream: async ({ shardId }) => [record(`${shardId}-1`), record(`${shardId}-2`)],
    publish: async (one) => void did.published.push(nameOf(one)),
    mostSeconds: 60,
    onLeft: ({ id }, reason) => did.left.push(`${id} ${reason}`),
    onFailed: ({ id }) => did.failed.push(id),
    now: () => noon,
    ...overrides,
  })
  return { run, did, queue }
}

describe('what was not published', () => {
  it('is read again, published, and taken out of the queue, until the queue is empty', async () => {
    const { run, did } = aRepublisher(['a', 'b', 'c'].map((shardId) => letter(shardId, { shardId })))
    await run()
    expect(did).toEqual({
      published: ['a-1', 'a-2', 'b-1', 'b-2', 'c-1', 'c-2'],
      removed: ['handle-of-a', 'handle-of-b', 'handle-of-c'],
      left: [],
      failed: [],
    })
  })

  it('stays in the queue when one of its records fails again; the others are published, and the run fails', async () => {
    const { run, did } = aRepublisher(
      ['a', 'b'].map((shardId) => letter(shardId, { shardId })),
      {
        publish: async (one) => {
          if (nameOf(one) === 'a-2') throw new Error('the bus is away')
        },
      },
    )
    await expect(run()).rejects.toThrow('1 places in the stream could not be published')
    expect(did).toMatchObject({ removed: ['handle-of-b'], failed: ['a'] })
  })

  it('is published although what lies before it in the same place fails again', async () => {
    const published: unknown[] = []
    const { run } = aRepublisher([letter('a', { shardId: 'a' })], {
      publish: async (one) => {
        if (nameOf(one) === 'a-1') throw new Error('unreadable')
        published.push(nameOf(one))
      },
    })
    await expect(run()).rejects.toThrow('1 places')
    expect(published).toEqual(['a-2'])
  })

  it('stays when the stream cannot be read', async () => {
    const { run, did } = aRepublisher([letter('a')], { readStream: () => Promise.reject(new Error('throttled')) })
    await expect(run()).rejects.toThrow('1 places')
    expect(did).toMatchObject({ published: [], removed: [], failed: ['a'] })
  })

  it('is left to a person where the stream has forgotten it, or nobody can read where it was', async () => {
    const strange = { id: 'b', handle: 'handle-of-b', body: 'what?' }
    const { run, did } = aRepublisher([letter('a'), strange], { readStream: async () => 'forgotten' })
    await run()
    expect(did).toEqual({ published: [], removed: [], left: ['a forgotten', 'b unreadable'], failed: [] })
  })

  it('waits for the next run when the time of this one is over', async () => {
    let seconds = 0
    const now = () => afterNoon(30 * seconds++)
    const { run, did, queue } = aRepublisher(
      ['a', 'b', 'c', 'd', 'e'].map((id) => letter(id)),
      { now },
    )
    await run()
    expect(did.removed).toEqual(['handle-of-a', 'handle-of-b', 'handle-of-c', 'handle-of-d'])
    expect(queue).toHaveLength(1)
    await run()
    expect(queue).toHaveLength(0)
  })
})
