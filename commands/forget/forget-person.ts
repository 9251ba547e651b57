import type { SQSClient } from '@aws-sdk/client-sqs'
import type { Hashers } from '../../functions/notification/hash-keys.ts'
import { hashRecipient } from '../../functions/notification/hasher.ts'
import type { Outcome } from '../../functions/notification/outcome.ts'
import { erasePerson } from '../../functions/record/erase-person.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { findOfRecipient } from '../../functions/record/find-of-recipient.ts'
import { readPerson } from '../../functions/record/read-person.ts'
import type { Table } from '../../functions/record/table.ts'
import { reviseDeadLetters } from './dead-letters.ts'
import { withoutNumber } from './without-number.ts'

/** Where a person's data lie, and the keys by which they are found. */
export interface Places {
  readonly table: Pick<Table, 'client' | 'name'>
  readonly hashers: Hashers
  readonly queues: SQSClient
  /** The dead-letter queues whose messages may hold numbers, by what they are called. */
  readonly deadLetters: Readonly<Record<string, string>>
}

/** One thing that was done, or, when nothing is to be changed, would be. */
export type Step =
  | { readonly what: 'notification'; readonly id: string; readonly erased: boolean; readonly outcome?: Outcome }
  | { readonly what: 'message'; readonly id: string; readonly queue: string; readonly done: 'deleted' | 'rewritten' }

/** Forgets a person by the number, in E.164: yields what it does as it does it. It may be repeated at any time. */
export async function* forgetPerson(
  { table, hashers, queues, deadLetters }: Places,
  number: string,
  { dryRun }: { readonly dryRun: boolean },
): AsyncGenerator<Step> {
  const erase = dryRun ? async (id: string) => (await readPerson(table)(id)) !== undefined : erasePerson(table)
  for (const hasher of hashers)
    for await (const id of findOfRecipient(table)(hashRecipient(hasher, number))) {
      const erased = await erase(id) // first: what is only said of it may fail
      const outcome = (await findNotification(table)(id))?.outcome
      yield { what: 'notification', id, erased, ...(outcome && { outcome }) }
    }
  const revising = Object.entries(deadLetters).map(async ([queue, url]) => {
    const revised = await reviseDeadLetters(queues, url, (body) => withoutNumber(body, number), { dryRun })
    return revised.map(({ messageId: id, done }) => ({ what: 'message' as const, id, queue, done }))
  })
  yield* (await Promise.all(revising)).flat() // each waits some seconds for what may still come
}
