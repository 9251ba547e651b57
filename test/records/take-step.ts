import { DeleteCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { changeNotification, type Rule } from '../../functions/record/change-notification.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { keepReply } from '../../functions/record/keep-reply.ts'
import { personKey } from '../../functions/record/keys.ts'
import { openNotification } from '../../functions/record/open-notification.ts'
import { parkIntervention } from '../../functions/record/park-intervention.ts'
import { readPerson } from '../../functions/record/read-person.ts'
import { readTemplate } from '../../functions/record/read-template.ts'
import { changeRecipient } from '../../functions/record/recipient/change-recipient.ts'
import { readRecipient } from '../../functions/record/recipient/read-recipient.ts'
import { keepRendezvous, parkReceipt } from '../../functions/record/rendezvous.ts'
import { changeReview, type ReviewRule } from '../../functions/record/review/change-review.ts'
import { findReview } from '../../functions/record/review/find-review.ts'
import { storeDraft } from '../../functions/record/review/store-draft.ts'
import { storeReceipt } from '../../functions/record/store-receipt.ts'

import type { Table } from '../../functions/record/table.ts'
import { aRequestedNotification } from '../builders/a-notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { aDraftReview } from '../builders/a-review.ts'
import { aSubmission } from '../builders/a-submission.ts'
import { afterNoon, noon } from '../builders/noon.ts'
import { type Meeting, reviewRules, rules, type Step, words } from './any-step.ts'

/** What a run has for itself: nobody else's notification, message or template lies where its own do. */
export interface Place {
  readonly table: Table
  readonly id: string
}

const take = (step: Step, { table, id }: Place): Promise<unknown> => {
  const attempt = { notificationId: id, attempt: 1 }
  switch (step.verb) {
    case 'open':
      return openNotification(table)(
        aRequestedNotification({ notificationId: id, fingerprint: step.fingerprint }),
        aPerson(),
        noon,
      )
    case 'park intervention':
      return parkIntervention(table)(id, step.intervention, noon)
    case 'change':
      return changeNotification(table)(id, rules[step.by] as Rule<unknown>)
    case 'store receipt':
      return storeReceipt(table)(attempt, { ...step.receipt, messageId: id }, noon)
    case 'park receipt':
      return parkReceipt(table)({ ...step.receipt, messageId: id }, noon)
    case 'keep rendezvous':
      return keepRendezvous(table)('sns', id, { ...attempt, attempt: step.attempt }, noon).then((found) => sorted(found))
    case 'store draft':
      return storeDraft(table)(aSubmission({ name: id }), aDraftReview({ name: id, version: step.version }))
    case 'change review':
      return changeReview(table)(id, step.version, reviewRules[step.by] as ReviewRule<unknown>)
    case 'find review':
      return findReview(table)(id, step.version)
    case 'change recipient':
      return changeRecipient(table)(id, words[step.by], noon)
    case 'keep reply':
      return keepReply(table)({ carrier: 'twilio', messageId: id, asks: 'stop' }, afterNoon(step.at))
    case 'read recipient':
      return readRecipient(table)([id, `${id}-by-another-key`])
    case 'read':
      return findNotification(table)(id)
    case 'read person':
      return readPerson(table)(id)
    case 'read template':
      return readTemplate(table)(id)
    case 'erase person':
      return table.client.send(new DeleteCommand({ TableName: table.name, Key: personKey(id) })).then(() => 'erased')
    default:
      return step satisfies never
  }
}

/** Parked receipts come in any order. */
const sorted = (found: unknown) =>
  Array.isArray(found) ? found.map((one) => JSON.stringify(Object.entries(one).sort())).sort() : found

const interrupted = (place: Place, after: number, by: () => Promise<unknown>): Place => {
  let commands = 0
  const send: DynamoDBDocumentClient['send'] = async (command: QueryCommand) => {
    commands += 1
    if (commands === after + 1) await by()
    return place.table.client.send(command)
  }
  return { ...place, table: { ...place.table, client: { send } as DynamoDBDocumentClient } }
}

const outcomeOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work
  } catch (error) {
    return { thrown: error instanceof Error ? error.message : error }
  }
}

/** What a step answers, or the fault that it throws, while somebody else may do something too. */
export const meet = ({ step, meanwhile }: Meeting, place: Place): Promise<unknown> =>
  outcomeOf(take(step, meanwhile ? interrupted(place, meanwhile.after, () => outcomeOf(take(meanwhile.step, place))) : place))

/** Every item that a run left. */
export const leftBy = async ({ table, id }: Place): Promise<unknown[]> => {
  const partitions = [`N#${id}`, `M#sns#${id}`, `M#twilio#${id}`, `T#${id}`, `S#${id}`].map((PK) =>
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'PK = :key',
        ExpressionAttributeValues: { ':key': PK },
        ConsistentRead: true,
      }),
    ),
  )
  return (await Promise.all(partitions)).flatMap(({ Items = [] }) => Items)
}
