import type { AnyCommand } from './any-command.ts'

/** A command that no code of ours should send, and what it is refused by: a ValidationException where nothing else stands. */
export interface Odd {
  readonly first?: readonly object[]
  readonly command: AnyCommand
  readonly thrown?: string
}

const Key = { PK: 'N#1', SK: 'PERSON' }
const there = { ...Key, text: 'a', count: 1 }

type Parameters = Readonly<Record<string, unknown>>

const put = (Item: object, others: object = {}): AnyCommand => ({ of: 'Put', input: { Item, ...others } })
const update = (others: object): AnyCommand => ({ of: 'Update', input: { Key, ...others } })
const query = (others: Parameters): AnyCommand => ({ of: 'Query', input: others })
const transact = (...TransactItems: object[]): AnyCommand => ({ of: 'TransactWrite', input: { TransactItems } })

const text = { '#text': 'text' }
const naming = (expression: string, names: object | undefined, values?: object) => ({
  ConditionExpression: expression,
  ...(names && { ExpressionAttributeNames: names }),
  ...(values && { ExpressionAttributeValues: values }),
})
const setting = (
  UpdateExpression: string,
  ExpressionAttributeValues?: object,
  ExpressionAttributeNames: object | undefined = text,
) => update({ UpdateExpression, ExpressionAttributeNames, ...(ExpressionAttributeValues && { ExpressionAttributeValues }) })
const keyed = (KeyConditionExpression: string, values: object, others: object = {}) =>
  query({ KeyConditionExpression, ExpressionAttributeValues: values, ...others })

const nested = (levels: number): object => (levels === 1 ? {} : { deeper: nested(levels - 1) })

/** Refused alike by every DynamoDB. */
export const refusals: [string, Odd][] = [
  ['a key of an empty string', { command: put({ PK: '', SK: 'PERSON' }) }],
  ['an item without its sort key', { command: put({ PK: 'N#1' }) }],
  ['a key with one attribute more', { command: { of: 'Get', input: { Key: there } } }],
  ['a key that is a number', { command: { of: 'Get', input: { Key: { PK: 1, SK: 'PERSON' } } } }],
  ['a partition key longer than 2,048 bytes', { command: put({ PK: 'ä'.repeat(1_025), SK: 'PERSON' }) }],
  ['a sort key longer than 1,024 bytes', { command: put({ PK: 'N#1', SK: 'ä'.repeat(513) }) }],
  ['an item of more than 400 KB', { command: put({ ...Key, text: 'x'.repeat(409_600) }) }],
  ['an update to more than 400 KB', { first: [there], command: setting('SET #text = :text', { ':text': 'ä'.repeat(204_800) }) }],
  ['33 levels of maps', { command: put({ ...Key, text: nested(33) }) }],
  ['a number that is too small', { command: put({ ...Key, count: 1e-131 }) }],
  ['a name that is not defined', { command: put(Key, naming('attribute_exists(#text) AND attribute_exists(#other)', text)) }],
  ['a name that no expression uses', { command: put(Key, naming('attribute_exists(PK)', text)) }],
  ['a value that is not defined', { command: put(Key, naming('#text = :text', text)) }],
  ['a value that is undefined', { command: put(Key, naming('#text = :text', text, { ':text': undefined })) }],
  ['a value that no expression uses', { command: put(Key, naming('attribute_exists(#text)', text, { ':text': 'a' })) }],
  ['names without an expression', { command: put(Key, { ExpressionAttributeNames: text }) }],
  ['no names where there must be some', { command: put(Key, naming('attribute_exists(PK)', {})) }],
  ['an empty condition', { command: put(Key, { ConditionExpression: '' }) }],
  ['an empty update', { command: update({ UpdateExpression: ' ' }) }],
  ['doubled parentheses', { command: put(Key, naming('((attribute_exists(PK)))', undefined)) }],
  [
    'a function of a value that needs an attribute',
    { command: put(Key, naming('attribute_exists(:text)', undefined, { ':text': 'a' })) },
  ],
  ['bounds that are the wrong way round', { command: put(Key, naming('#text BETWEEN :b AND :a', text, { ':a': 1, ':b': 2 })) }],
  [
    'an update that begins with no clause',
    { command: update({ UpdateExpression: 'PUT #text', ExpressionAttributeNames: text }) },
  ],
  [
    'an update of the key',
    { command: update({ UpdateExpression: 'SET PK = :key', ExpressionAttributeValues: { ':key': 'N#1' } }) },
  ],
  ['an update to what is not there', { command: setting('SET #text = #other', undefined, { ...text, '#other': 'other' }) }],
  ['an addition of a text', { command: setting('ADD #text :text', { ':text': 'a' }) }],
  ['an addition to a text', { first: [there], command: setting('ADD #text :one', { ':one': 1 }) }],
  ['an index key of another type', { command: put({ ...Key, group: 1 }) }],
  ['an index key that is empty', { command: put({ ...Key, group: '' }) }],
  ['new values of a put', { command: put(Key, { ReturnValues: 'ALL_NEW' }) }],
  ['an index that there is not', { command: keyed('PK = :key', { ':key': 'N#1' }, { IndexName: 'by-nothing' }) }],
  [
    'a consistent read of an index',
    {
      command: keyed(
        '#group = :one',
        { ':one': 'one' },
        { IndexName: 'by-group', ExpressionAttributeNames: { '#group': 'group' }, ConsistentRead: true },
      ),
    },
  ],
  ['a query without a partition', { command: keyed('SK = :key', { ':key': 'PERSON' }) }],
  ['a query for a range of partitions', { command: keyed('PK > :key', { ':key': 'N#1' }) }],
  [
    'a query by what is no key',
    { command: keyed('PK = :key AND #text = :key', { ':key': 'a' }, { ExpressionAttributeNames: text }) },
  ],
  ['two conditions of one key', { command: keyed('PK = :key AND SK > :key AND SK < :key', { ':key': 'N' }) }],
  ['a query for an empty key', { command: keyed('PK = :key', { ':key': '' }) }],
  ['a query for a key of another type', { command: keyed('PK = :key', { ':key': 1 }) }],
  ['a query for no item', { command: keyed('PK = :key', { ':key': 'N#1' }, { Limit: 0 }) }],
  ['a transaction of nothing', { command: transact() }],
  [
    'a transaction of 101 writes',
    { command: transact(...Array.from({ length: 101 }, (_, at) => ({ Put: { Item: { PK: 'N#1', SK: `${at}` } } }))) },
  ],
  ['one item twice in a transaction', { command: transact({ Put: { Item: Key } }, { Delete: { Key } }) }],
  [
    'a table that there is not',
    { command: { of: 'Get', input: { TableName: 'another', Key } }, thrown: 'ResourceNotFoundException' },
  ],
]

/** Refused by DynamoDB, and by AWS's DynamoDB Local; the emulator is more lenient, or stricter. */
export const leniences: [string, Odd][] = [
  ['a function that there is not', { command: put(Key, naming('attribute_is_there(PK)', undefined)) }],
  ['a member of a transaction that does two things', { command: transact({ Put: { Item: Key }, Delete: { Key } }) }],
  ['an order of truth values', { command: put(Key, naming('#text < :true', text, { ':true': true })) }],
  ['a text that begins with a number', { command: put(Key, naming('begins_with(#text, :one)', text, { ':one': 1 })) }],
  ['bounds of two types', { command: put(Key, naming('#text BETWEEN :a AND :one', text, { ':a': 'a', ':one': 1 })) }],
  ['an attribute compared with itself', { command: put(Key, naming('#text <> #text', text)) }],
  [
    'two attributes that are not there, which are not equal',
    { command: put(Key, naming('#text = #other', { ...text, '#other': 'other' })), thrown: 'ConditionalCheckFailedException' },
  ],
  [
    'a number that begins with a text, which is just not true',
    {
      first: [there],
      command: put(Key, naming('begins_with(#count, :one)', { '#count': 'count' }, { ':one': '1' })),
      thrown: 'ConditionalCheckFailedException',
    },
  ],
  ['one attribute set and removed', { first: [there], command: setting('SET #text = :b REMOVE #text', { ':b': 'b' }) }],
  ['a sum with a text', { first: [there], command: setting('SET #text = #text + :one', { ':one': 1 }) }],
  ['a SET without its sign', { first: [there], command: setting('SET #text :b', { ':b': 'b' }) }],
]
