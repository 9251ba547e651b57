import type { Mutant } from '../mutant.ts'

const now = 'functions/steering/carriers-now.ts'
const ofNow = 'test/functions/steering/carriers-now.test.ts'
const changing = 'functions/steering/drain-and-restore.ts'
const ofChanging = 'test/functions/steering/drain-and-restore.test.ts'
const ofWorkflow = 'test/workflows/drained.test.ts'

/** Operators take carriers out, and nothing is lost or sent twice for it. */
export const steering: readonly Mutant[] = [
  {
    name: 'with all carriers drained nobody sends',
    file: now,
    find: '{ carriers: first === undefined ? order : [first, ...others], drained }',
    replace: '{ carriers: [first, ...others] as unknown as CarrierOrder, drained }',
    caughtBy: { file: ofNow, test: 'where all are drained' },
    breaks: 'I3',
  },
  {
    name: 'a drain of one country holds for all of them',
    file: now,
    find: '(drain.country ?? country) === country',
    replace: 'true',
    caughtBy: { file: ofNow, test: 'where it is drained for another country' },
    breaks: 'I9',
  },
  {
    name: 'a drain of every country holds for none',
    file: now,
    find: '(drain.country ?? country) === country',
    replace: 'drain.country === country',
    caughtBy: { file: ofNow, test: 'where one of them is drained' },
    breaks: 'I9',
  },
  {
    name: 'a drain never ends',
    file: now,
    find: 'now.getTime() < Date.parse(until)',
    replace: 'until !== undefined',
    caughtBy: { file: ofNow, test: 'where a drain has ended' },
    breaks: 'I8',
  },
  {
    name: 'a new drain takes that of another country away',
    file: changing,
    find: 'carrier !== said.carrier || country !== said.country',
    replace: 'carrier !== said.carrier',
    caughtBy: { file: ofChanging, test: 'a drain > is added to those of other countries' },
    breaks: 'I9',
  },
  {
    name: 'a new drain takes that of another carrier away',
    file: changing,
    find: 'carrier !== said.carrier || country !== said.country',
    replace: 'country !== said.country',
    caughtBy: { file: ofChanging, test: 'a drain > is added to those of other carriers' },
    breaks: 'I9',
  },
  {
    name: 'one country is taken for restored although every one is drained',
    file: changing,
    find: "if (country !== undefined && own.some((one) => one.country === undefined)) return 'drained-everywhere'",
    replace: '',
    caughtBy: { file: ofChanging, test: 'to restore a carrier > is refused where it would stay drained all the same' },
    breaks: 'I9',
  },
  {
    name: 'a drained carrier that nothing can stand in for is not sent by',
    file: 'functions/fall-back/decide-fall-back.ts',
    find: "among === undefined || 'outcome' in among",
    replace: 'among === undefined',
    caughtBy: {
      file: ofWorkflow,
      test: 'the second carrier is drained while the first is waited for, and the text goes by it all the same: no other is left',
    },
    breaks: 'I3',
  },
  {
    name: 'a drained carrier that throttles is tried again',
    file: 'functions/fall-back/next-carrier.ts',
    find: '!situation.drained.includes(last.carrier) &&',
    replace: '',
    caughtBy: { file: ofWorkflow, test: 'a carrier that throttles and is drained is left at once' },
    breaks: 'F33',
  },
  {
    name: 'a hold ends by a carrier that was drained meanwhile',
    file: 'functions/validate/decide-next.ts',
    find: 'drained.includes(next.carrier) ? carriers.find(isUntried) : undefined',
    replace: 'undefined',
    caughtBy: { file: ofWorkflow, test: 'one that is drained while a throttled text is held gives way to the next' },
    breaks: 'I9',
  },
  {
    name: 'a carrier that was tried comes a second time because another is drained',
    file: 'functions/validate/decide-next.ts',
    find: 'carriers.find(isUntried)',
    replace: 'carriers[0]',
    caughtBy: {
      file: ofWorkflow,
      test: 'one that was tried before does not come again for a drain: the other sends, drained as it is',
    },
    breaks: 'I2',
  },
  {
    name: 'what was decided to be sent is chosen for anew, while its attempt may be under way',
    file: 'functions/validate/decide-next.ts',
    find: "if (next?.decision === 'send') return next",
    replace: '',
    caughtBy: {
      file: 'test/functions/validate/decide-next.test.ts',
      test: 'where operators have drained carriers > what was decided to be sent stays, with who was drained then: its attempt may be under way',
    },
    breaks: 'I1',
  },
  {
    name: 'of two operators at once, one takes the word of the other away',
    file: 'functions/record/drains/change-drains.ts',
    find: "'attribute_not_exists(PK)'",
    replace: 'undefined',
    caughtBy: {
      file: 'test/records/change-drains.test.ts',
      test: 'two operators at once > take away nothing of each other: the second judges what the first has left',
    },
    breaks: '§7',
  },
  {
    name: 'a decision is made on drains as they may have been',
    file: 'functions/record/drains/stored-drains.ts',
    find: ', ConsistentRead: true',
    replace: '',
    caughtBy: {
      file: 'test/records/consistent-reads.test.ts',
      test: 'who is drained is read as it is now, never as it may have been: no rule judges an old image',
    },
    breaks: 'I9',
  },
  {
    name: 'an operator chose the name that the audit keeps',
    file: 'functions/steer/handler.ts',
    find: "if (isFederatedUser(signed.by)) return refusal('federated-user')",
    replace: '',
    caughtBy: {
      file: 'test/functions/steer/handler.test.ts',
      test: 'a call > of a federated user is refused, for they chose their own name',
    },
    breaks: '§7',
  },
  {
    name: 'the function that drains carriers may write any record',
    file: 'infra/constructs/steering.ts',
    find: "usesRecordsOf(drainsKey.PK, 'GetItem', 'PutItem')",
    replace: "usesRecords('GetItem', 'PutItem')",
    caughtBy: {
      file: 'test/infra/rights.test.ts',
      test: 'in production > steer may do what it does and no more',
    },
    breaks: '§7',
  },
  {
    name: 'a reason that is told by the bus holds a number',
    file: 'functions/signed-call/reason.ts',
    find: '!holdsNumber(reason)',
    replace: "reason !== ''",
    caughtBy: {
      file: 'test/functions/review/handler.test.ts',
      test: 'a call that cannot be read > says what is wrong: a number',
    },
    breaks: 'I6',
  },
]
