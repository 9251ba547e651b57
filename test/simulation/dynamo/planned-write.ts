import type { DeleteCommandInput, PutCommandInput, TransactWriteCommandInput, UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import { assertUpdate, targetsOf, updated } from './apply-update.ts'
import { assertItem } from './assert-item.ts'
import { assertOperands } from './assert-operands.ts'
import { isTrue } from './evaluate-condition.ts'
import { type Key, keyIn, keyOf } from './keys.ts'
import { parseCondition } from './parse-condition.ts'
import { parseUpdate } from './parse-update.ts'
import { type References, referencesOf } from './references.ts'
import { invalid } from './refusals.ts'
import { assertKnown, type SimulatedTable } from './table.ts'
import { takeInAll } from './take-in.ts'
import type { Item } from './value.ts'

type CheckInput = NonNullable<NonNullable<TransactWriteCommandInput['TransactItems']>[number]['ConditionCheck']>

/** One write, understood and found valid as far as that can be said without the item. */
export interface PlannedWrite {
  readonly key: Key
  readonly writes: boolean
  /** Whether its refusal shows the item. */
  readonly shows: boolean
  readonly isAllowed: (before: Item | undefined) => boolean
  /** The item as the write leaves it; undefined where it leaves none. */
  readonly after: (before: Item | undefined) => Item | undefined
  /** The attributes that an update names. */
  readonly targets: readonly string[]
}

type AnyInput = PutCommandInput | UpdateCommandInput | DeleteCommandInput | CheckInput

const shared = ['TableName', 'ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues']
const known = new Set([...shared, 'ReturnValues', 'ReturnValuesOnConditionCheckFailure', 'Key'])
const knownOfPut = new Set([...known, 'Item'])
const knownOfUpdate = new Set([...known, 'UpdateExpression'])

const conditionOf = (input: AnyInput) =>
  input.ConditionExpression === undefined ? undefined : parseCondition(input.ConditionExpression)

const allowedBy = (condition: ReturnType<typeof conditionOf>, references: References): PlannedWrite['isAllowed'] => {
  if (condition === undefined) return () => true
  assertOperands(condition.meaning, references)
  return (before) => isTrue(condition.meaning, before ?? {}, references)
}

const shows = (input: AnyInput) => input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD'

export const plannedPut = (table: SimulatedTable, input: PutCommandInput): PlannedWrite => {
  assertKnown(table, input, knownOfPut)
  const condition = conditionOf(input)
  const references = referencesOf(input, table.bare, [condition])
  const item = takeInAll(input.Item ?? {})
  const key = keyIn(item)
  const isAllowed = allowedBy(condition, references)
  assertItem(item, table.indexes)
  return { key, writes: true, shows: shows(input), isAllowed, after: () => item, targets: [] }
}

export const plannedUpdate = (table: SimulatedTable, input: UpdateCommandInput): PlannedWrite => {
  assertKnown(table, input, knownOfUpdate)
  const [condition, update] = [
    conditionOf(input),
    input.UpdateExpression === undefined ? undefined : parseUpdate(input.UpdateExpression),
  ]
  const references = referencesOf(input, table.bare, [update, condition])
  const key = keyOf(takeInAll(input.Key ?? {}))
  const isAllowed = allowedBy(condition, references)
  if (update) assertUpdate(update.meaning, references)
  const targets = update ? targetsOf(update.meaning, references) : []
  if (targets.includes('PK') || targets.includes('SK')) throw invalid('Cannot update an attribute that is part of the key')
  const after = (before: Item | undefined) => {
    const item = before ?? { ...key }
    return update ? assertItem(updated(item, update.meaning, references), table.indexes) : item
  }
  return { key, writes: true, shows: shows(input), isAllowed, after, targets }
}

const planned = (table: SimulatedTable, input: DeleteCommandInput | CheckInput): Omit<PlannedWrite, 'writes' | 'after'> => {
  assertKnown(table, input, known)
  const condition = conditionOf(input)
  const references = referencesOf(input, table.bare, [condition])
  const key = keyOf(takeInAll(input.Key ?? {}))
  return { key, shows: shows(input), isAllowed: allowedBy(condition, references), targets: [] }
}

export const plannedDelete = (table: SimulatedTable, input: DeleteCommandInput): PlannedWrite => ({
  ...planned(table, input),
  writes: true,
  after: () => undefined,
})

export const plannedCheck = (table: SimulatedTable, input: CheckInput): PlannedWrite => {
  if (input.ConditionExpression === undefined) throw invalid('A condition check needs a condition')
  return { ...planned(table, input), writes: false, after: (before) => before }
}
