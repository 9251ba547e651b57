import type { Mutant } from '../mutant.ts'

const write = 'functions/record/write-change.ts'
const change = 'functions/record/change-notification.ts'
const ofChange = 'test/records/change-notification.test.ts'
const ofErasing = 'test/records/erase.test.ts'

/** Every step is one conditional write, and a lost reply is not a lost write. */
export const writing: readonly Mutant[] = [
  {
    name: 'a change is written over what somebody else wrote',
    file: write,
    find: "ConditionExpression: '#version = :unchanged',",
    replace: "ConditionExpression: '#version >= :unchanged',",
    caughtBy: { file: ofChange, test: 'a rule is judged again > by each of fifty at once, and the work of none is lost' },
    breaks: 'I1',
  },
  {
    name: 'a change does not raise the version',
    file: write,
    find: 'version: before.version + 1',
    replace: 'version: before.version',
    caughtBy: { file: ofChange, test: 'a rule is judged again > by each of fifty at once, and the work of none is lost' },
    breaks: 'I1',
  },
  {
    name: 'a write whose reply was lost is not recognised',
    file: change,
    find: 'if (change && stored.mark === mark) return change',
    replace: 'if (false) return change',
    caughtBy: { file: ofChange, test: 'a reply that was lost > of a change leaves one change, recognised by its mark' },
    breaks: 'F9',
  },
  {
    name: 'all writers have the same mark',
    file: 'functions/record/table.ts',
    find: 'newMark: randomUUID,',
    replace: "newMark: () => 'mark',",
    caughtBy: { file: ofChange, test: 'a reply that was lost > is not taken for the own work of anybody else' },
    breaks: 'I1',
  },
  {
    name: 'a rule judges what may be an old image',
    file: 'functions/record/stored.ts',
    find: 'ConsistentRead: true',
    replace: 'ConsistentRead: false',
    caughtBy: {
      file: 'test/records/consistent-reads.test.ts',
      test: 'a notification is read as it is now, never as it may have been: no rule judges an old image',
    },
    breaks: 'I1',
  },
  {
    name: 'a write that DynamoDB throttled is taken for one that somebody else made',
    file: 'functions/record/refused.ts',
    find: "'ConditionalCheckFailed', 'TransactionConflict'])",
    replace: "'ConditionalCheckFailed', 'TransactionConflict', 'ThrottlingError'])",
    caughtBy: {
      file: 'test/records/refused.test.ts',
      test: 'a write > has failed, which is a fault, when its transaction was throttled',
    },
    breaks: 'F10',
  },
  {
    name: 'a later event overwrites the first one for its id',
    file: 'functions/record/open-notification.ts',
    find: "ConditionExpression: 'attribute_not_exists(PK)'",
    replace: "ConditionExpression: 'attribute_not_exists(PK) OR attribute_exists(PK)'",
    caughtBy: {
      file: 'test/records/open-notification.test.ts',
      test: 'opening a notification > is won by one of fifty at once; all others see that one, and its person',
    },
    breaks: 'F1',
  },
  {
    name: "a code's text stays in the records after its end",
    file: write,
    find: "if (ended && (after.kind ?? 'verification') === 'verification')",
    replace: 'if (false)',
    caughtBy: { file: ofErasing, test: 'text and parameters of a code > are erased by the very write that ends it' },
    breaks: 'I6',
  },
  {
    name: 'what may have been a code stays where its end came before its kind was known',
    file: write,
    find: "(after.kind ?? 'verification') === 'verification'",
    replace: "after.kind === 'verification'",
    caughtBy: {
      file: ofErasing,
      test: 'text and parameters of a code > are erased with its outcome, and the number stays for a while: what may have been a code, since its end came before its kind was known',
    },
    breaks: 'I6',
  },
  {
    name: 'a notification cannot end once time has erased its person',
    file: write,
    find: 'if (isPersonGone(error)) return writeWith(table, update, members)',
    replace: '',
    caughtBy: { file: ofErasing, test: 'a notification whose person time has erased > ends all the same: a code' },
    breaks: 'I3',
  },
]
