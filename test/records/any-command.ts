import fc from 'fast-check'
import { anyCondition, anyNumber, anyText, anyUpdate, anyValue, type Expression, spoiled, written } from './any-expression.ts'

/** A command as plain data, so that a counterexample can be read; the table's name is added where it is made. */
export interface AnyCommand {
  readonly of: 'Get' | 'Put' | 'Update' | 'Delete' | 'Query' | 'TransactWrite'
  readonly input: Readonly<Record<string, unknown>>
}

export const partitions = ['N#1', 'M#sns#1'] as const
const sorts = ['NOTIFICATION', 'PERSON', 'RECEIPT#1', 'V#0001', 'V#0010', '😀', '\u{ffee}'] as const

/** Every place that a command may write to. */
export const everyKey = partitions.flatMap((PK) => sorts.map((SK) => ({ PK, SK })))

const key = fc.constantFrom(...everyKey)
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 3 })

/** Attributes of the indexes are of their types. */
const attributes = fc.record(
  {
    text: anyValue,
    ttl: anyNumber,
    status: anyText,
    count: fc.nat(3),
    group: fc.constantFrom('one', 'two', undefined),
    rank: anyNumber,
    place: fc.constantFrom('here', 'there'),
    constructor: anyText,
  },
  { requiredKeys: [] },
)

const showing = fc.constantFrom(
  {},
  { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
  { ReturnValuesOnConditionCheckFailure: 'NONE' },
)

const writes = (wide: boolean) => {
  const condition = fc.oneof({ weight: 12, arbitrary: sometimes(anyCondition(wide)) }, spoiled(anyCondition(wide)))
  const put = fc.tuple(key, attributes, condition, showing).map(([place, others, ConditionExpression, shows]) => ({
    Item: { ...others, ...place },
    ...written({ ConditionExpression }),
    ...shows,
  }))
  const update = (ofOthers: boolean) =>
    fc
      .tuple(key, sometimes(anyUpdate(ofOthers)), condition, showing)
      .map(([Key, UpdateExpression, ConditionExpression, shows]) => ({
        Key,
        ...written({ UpdateExpression, ConditionExpression }),
        ...shows,
      }))
  const conditional = (given: typeof condition) =>
    fc
      .tuple(key, given, showing)
      .map(([Key, ConditionExpression, shows]) => ({ Key, ...written({ ConditionExpression }), ...shows }))
  return { put, update, erase: conditional(condition), check: conditional(anyCondition(wide)) }
}

interface Place {
  readonly PK: string
  readonly SK: string
}
interface Placed {
  readonly Key?: Place
  readonly Item?: Place
}
const placeOf = (member: Readonly<Record<string, Placed>>) => {
  const { Key, Item } = Object.values(member)[0] ?? {}
  return `${(Key ?? Item)?.PK} ${(Key ?? Item)?.SK}`
}

/** No item twice: which refusal goes first is not the same everywhere. */
const transaction = ({ put, update, erase, check }: ReturnType<typeof writes>) => {
  const member: fc.Arbitrary<Readonly<Record<string, Placed>>> = fc.oneof(
    put.map((Put) => ({ Put })),
    update(false).map((Update) => ({ Update })),
    erase.map((Delete) => ({ Delete })),
    check.map((ConditionCheck) => ({ ConditionCheck })),
  )
  return fc.uniqueArray(member, { minLength: 1, maxLength: 3, selector: placeOf }).map((TransactItems) => ({ TransactItems }))
}

const comparator = fc.constantFrom('=', '<', '<=', '>', '>=')
const beginning = fc
  .constantFrom('V#', 'N', 'RECEIPT#')
  .map((prefix) => ['AND', 'begins_with(', 'SK', ',', { value: prefix }, ')'])
const bounds = fc.oneof(
  fc.tuple(comparator, fc.constantFrom(...sorts, 'S')).map(([by, sort]) => ['AND', 'SK', by, { value: sort }]),
  fc.constant(['AND', 'SK', 'BETWEEN', { value: 'N' }, 'AND', { value: 'V#0010' }]),
)
const ofRank = fc.tuple(comparator, anyNumber).map(([by, rank]) => ['AND', { name: 'rank' }, by, { value: rank }])

const partition = fc.constantFrom(...partitions).map((PK) => ['PK', '=', { value: PK }])
const group = fc.constantFrom('one', 'two').map((value) => [{ name: 'group' }, '=', { value }])
const place = fc.constantFrom('here', 'there').map((value) => ['place', '=', { value }])

/** @param sort a condition of the sort key, which may be left out */
const query = (hash: fc.Arbitrary<Expression>, sort: fc.Arbitrary<Expression>, others: fc.Arbitrary<object>) =>
  fc.tuple(hash, fc.oneof(fc.constant([]), sort), others).map(([one, other, more]) => ({
    ...written({ KeyConditionExpression: [...one, ...other] }),
    ...more,
  }))

const direction = fc.record({ ScanIndexForward: fc.boolean() }, { requiredKeys: [] })
/** Not with bounds: whether a page that ends at one says that there may be more is not the same everywhere. */
const paging = fc.record({ ScanIndexForward: fc.boolean(), Limit: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: [] })
const queries = fc.oneof(
  query(partition, beginning, paging),
  query(partition, bounds, direction),
  query(
    group,
    ofRank,
    direction.map((one) => ({ ...one, IndexName: 'by-group' })),
  ),
  query(
    place,
    bounds,
    direction.map((one) => ({ ...one, IndexName: 'by-place' })),
  ),
)

const both = <One extends object, Other extends object>(one: fc.Arbitrary<One>, other: fc.Arbitrary<Other>) =>
  fc.tuple(one, other).map(([first, second]) => ({ ...first, ...second }))

const commandOf = (weight: number, of: AnyCommand['of'], input: fc.Arbitrary<object>) => ({
  weight,
  arbitrary: input.map((given): AnyCommand => ({ of, input: { ...given } })),
})

const returning = (...values: string[]) => fc.constantFrom({}, ...values.map((ReturnValues) => ({ ReturnValues })))

/**
 * Any command at all, over few keys.
 * @param wide with all that DynamoDB judges, not only what the emulator judges alike
 */
export const anyCommand = (wide: boolean): fc.Arbitrary<AnyCommand> => {
  const { put, update, erase, check } = writes(wide)
  const changing = update(true).filter((input) => 'UpdateExpression' in input)
  return fc.oneof(
    commandOf(
      2,
      'Get',
      key.map((Key) => ({ Key, ConsistentRead: true })),
    ),
    commandOf(4, 'Put', both(put, returning('NONE', 'ALL_OLD'))),
    commandOf(6, 'Update', both(update(true), returning('NONE', 'ALL_OLD', 'ALL_NEW'))),
    commandOf(2, 'Update', both(changing, returning('UPDATED_OLD', 'UPDATED_NEW'))),
    commandOf(2, 'Delete', both(erase, returning('ALL_OLD'))),
    commandOf(4, 'Query', queries),
    commandOf(6, 'TransactWrite', transaction({ put, update, erase, check })),
  )
}
