import { Fault } from '../notification/fault.ts'
import type { StreamRecord } from '../publish/handler.ts'
import type { ReadStream } from '../record/read-stream.ts'
import { readLetter } from './read-letter.ts'

/** A message about changes that were not published. */
export interface Letter {
  readonly id: string
  readonly handle: string
  readonly body: string
}

export interface Dependencies {
  /** The next ones, which nobody else sees for a while; none when there are no more. */
  readonly receive: () => Promise<readonly Letter[]>
  readonly remove: (letter: Letter) => Promise<void>
  readonly readStream: ReadStream
  readonly publish: (record: StreamRecord) => Promise<void>
  /** From this many seconds after its start on, a run takes up nothing more: the next one goes on. */
  readonly mostSeconds: number
  /** Told of a letter that lies on until a person has looked at it, and why. */
  readonly onLeft: (letter: Letter, reason: 'unreadable' | 'forgotten') => void
  readonly onFailed: (letter: Letter, error: unknown) => void
  readonly now: () => Date
}

/** Publishes all that a letter points at, and removes it only then. */
const republish = async ({ readStream, publish, remove, onLeft }: Dependencies, letter: Letter): Promise<void> => {
  const place = readLetter(letter.body)
  if (place === undefined) return onLeft(letter, 'unreadable')
  const records = await readStream(place)
  if (records === 'forgotten') return onLeft(letter, 'forgotten')
  const failures: unknown[] = []
  for (const record of records) await publish(record).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
  await remove(letter)
}

/**
 * Reads again what `publish` failed with, as long as the stream holds it, and publishes it under the same event ids as before. What fails
 * again comes again.
 * @throws a fault after the last when some could still not be published
 */
export const createHandler = (dependencies: Dependencies) => async (): Promise<void> => {
  const { receive, onFailed, mostSeconds, now } = dependencies
  const end = now().getTime() + mostSeconds * 1000
  let failed = 0
  for (let letters = await receive(); letters.length > 0; letters = now().getTime() < end ? await receive() : []) {
    for (const letter of letters) {
      await republish(dependencies, letter).catch((error: unknown) => {
        failed += 1
        onFailed(letter, error)
      })
    }
  }
  if (failed > 0) throw new Fault(`${failed} places in the stream could not be published`)
}
