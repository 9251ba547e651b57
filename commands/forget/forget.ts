import { SQSClient } from '@aws-sdk/client-sqs'
import { assertNumber } from '../assert-number.ts'
import { queuesWithNumbers } from '../dead-letter-queues.ts'
import { readHashers } from '../read-hashers.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type Target, type TargetOptions } from '../target.ts'
import { forgetPerson, type Places, type Step } from './forget-person.ts'

export interface ForgetOptions extends TargetOptions {
  readonly to: string
  readonly dryRun?: boolean
}

const placesOf = async (target: Target): Promise<Places> => ({
  table: tableOf(target),
  hashers: await readHashers(target),
  queues: new SQSClient(target.client),
  deadLetters: queuesWithNumbers(target),
})

const lineOf = (step: Step): string =>
  step.what === 'message'
    ? `${step.done.padEnd(11)}  dead letter of ${step.queue} ${step.id}`
    : `${(step.erased ? 'erased' : 'gone before').padEnd(11)}  notification ${step.id} (${step.outcome ?? 'under way'})`

const remains = `A notification that is under way ends without another text. What stays, and until when:
  SNS's two delivery logs: as long as their retention says (retentionDays.logs)
  the table's stream: 24 hours; its backups for point-in-time recovery: 35 days
  requests in the request queue: up to 4 days; run this again when they are through
  what the carriers keep, who asked for the notifications, and an archive of the bus where you made one
  the keyed hash of the number, in the records of the notifications: as long as these (retentionDays.records)
  whether they may be texted, by the same hash: for good, or a stop would be forgotten with them`

/** `heliograph forget --to <number>`: erases what is known of a person, and says what that was. The number is never printed. */
export const forget = async ({ to, dryRun = false, ...options }: ForgetOptions): Promise<void> => {
  assertNumber(to)
  const places = await placesOf(await findTarget(options))
  if (dryRun) console.log('Nothing is changed. This would be:')
  const counts = { erased: 0, gone: 0, messages: 0 }
  for await (const step of forgetPerson(places, to, { dryRun })) {
    counts[step.what === 'message' ? 'messages' : step.erased ? 'erased' : 'gone'] += 1
    console.log(lineOf(step))
  }
  console.log(`notifications: ${counts.erased} erased, ${counts.gone} gone before; dead letters: ${counts.messages}`)
  console.log(remains)
}
