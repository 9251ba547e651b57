import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { commit } from './commit.ts'
import { type PlannedWrite, plannedCheck, plannedDelete, plannedPut, plannedUpdate } from './planned-write.ts'
import { cancelled, invalid, isInvalid, noReason, notSimulated, otherTransaction, type Reason } from './refusals.ts'
import type { SimulatedTable } from './table.ts'
import type { Item } from './value.ts'

type Member = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

const mostMembers = 100

const actionsOf = (table: SimulatedTable, { Put, Update, Delete, ConditionCheck, ...others }: Member): PlannedWrite[] => {
  if (Object.keys(others).length > 0) throw notSimulated('this action of a transaction')
  return [
    ...(Put ? [plannedPut(table, Put)] : []),
    ...(Update ? [plannedUpdate(table, Update)] : []),
    ...(Delete ? [plannedDelete(table, Delete)] : []),
    ...(ConditionCheck ? [plannedCheck(table, ConditionCheck)] : []),
  ]
}

const plan = (table: SimulatedTable, member: Member): PlannedWrite => {
  const [planned, ...more] = actionsOf(table, member)
  if (planned && more.length === 0) return planned
  throw invalid('TransactItems can only contain one of Check, Put, Update or Delete')
}

/** What one write of a transaction would do, or why it cannot. */
interface Judged {
  readonly planned: PlannedWrite
  readonly before: Item | undefined
  readonly after?: Item | undefined
  readonly reason: Reason
}

const judge = (table: SimulatedTable, planned: PlannedWrite): Judged => {
  const before = table.items.get(planned.key)
  if (!planned.isAllowed(before))
    return { planned, before, reason: { Code: 'ConditionalCheckFailed', shown: planned.shows ? before : undefined } }
  try {
    return { planned, before, after: planned.after(before), reason: noReason }
  } catch (error) {
    if (isInvalid(error)) return { planned, before, reason: { Code: 'ValidationError', Message: error.message } }
    throw error
  }
}

const assertMembers = (members: readonly Member[]) => {
  if (members.length === 0 || members.length > mostMembers) throw invalid(`A transaction has 1 to ${mostMembers} members`)
}

const assertDifferent = (all: readonly PlannedWrite[]) => {
  const places = new Set(all.map(({ key }) => JSON.stringify([key.PK, key.SK])))
  if (places.size < all.length) throw invalid('Transaction request cannot include multiple operations on one item')
}

/** Makes all writes of a transaction, or none. */
const writeAll = (table: SimulatedTable, members: readonly Member[]): void => {
  assertMembers(members)
  const all = members.map((member) => plan(table, member))
  assertDifferent(all)
  const judged = all.map((planned) => judge(table, planned))
  if (judged.some(({ reason }) => reason !== noReason)) throw cancelled(judged.map(({ reason }) => reason))
  for (const { planned, before, after } of judged) if (planned.writes) commit(table, planned.key, before, after)
}

/**
 * Makes transactions. One that was made is not made again under the same token, as when the SDK tries again after a lost
 * reply: DynamoDB remembers a token for ten minutes, this one for good.
 */
export const transactor = (table: SimulatedTable): ((input: TransactWriteCommandInput) => object) => {
  const made = new Map<string, string>()
  return ({ TransactItems: members = [], ClientRequestToken: token, ...others }) => {
    if (Object.keys(others).length > 0) throw notSimulated(`${Object.keys(others).join(', ')} of a transaction`)
    if (token === undefined) {
      writeAll(table, members)
      return {}
    }
    const [asked, before] = [JSON.stringify(members), made.get(token)]
    if (before !== undefined && before !== asked) throw otherTransaction()
    if (before === undefined) writeAll(table, members)
    made.set(token, asked)
    return {}
  }
}
