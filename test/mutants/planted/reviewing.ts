import type { Mutant } from '../mutant.ts'

const ofDecisions = 'test/functions/template/review/decide-review.test.ts'
const ofCalls = 'test/functions/review/handler.test.ts'
const ofRecords = 'test/records/reviews.test.ts'
const ofExplorer = 'test/simulation/review/review.test.ts'
const ofWorkflow = 'test/workflows/review-template.test.ts'

/** One person's decision stands, another's than the author's, and whoever waits is told. */
export const reviewing: readonly Mutant[] = [
  {
    name: 'an author approves their own template',
    file: 'functions/template/review/decide-review.ts',
    find: "if (isSamePerson(review.submittedBy, decided.by)) return 'self-approval'",
    replace: '',
    caughtBy: { file: ofDecisions, test: 'a decision > of who submitted it is refused: approved' },
    breaks: '§7',
  },
  {
    name: 'an author approves their own template by another role',
    file: 'functions/template/review/is-same-person.ts',
    find: ' || (sessionOf(one) !== undefined && sessionOf(one) === sessionOf(other))',
    replace: '',
    caughtBy: {
      file: 'test/functions/template/review/is-same-person.test.ts',
      test: 'two identities > that are one person: one session name in two roles',
    },
    breaks: '§7',
  },
  {
    name: 'roles that a deployment did not name decide',
    file: 'functions/review/handler.ts',
    find: "if (!isReviewer(by, dependencies.approverRoles)) return refusal('not-a-reviewer')",
    replace: '',
    caughtBy: { file: ofCalls, test: 'a decision > is for the named roles alone, where a deployment names some' },
    breaks: '§7',
  },
  {
    name: 'the expiry overwrites what a person decided just before',
    file: 'functions/template/review/close-review.ts',
    find: 'review.decision ? review : withDecision',
    replace: 'review.state === reason ? review : withDecision',
    caughtBy: {
      file: ofWorkflow,
      test: 'a decision that races the expiry > stands where it was written first, though its task is over: the execution tells so too',
    },
    breaks: 'F37',
  },
  {
    name: 'a review that was redriven before its end was known waits for nobody',
    file: 'functions/close-review/handler.ts',
    find: 'if (closed.token !== undefined) await settleReview',
    replace: 'if (closed.token === reason) await settleReview',
    caughtBy: {
      file: ofExplorer,
      test: 'a review decides once, and everybody is told what stands: from a version in review: approve; crashes: 1; stops: 1; redrives: 1',
    },
    breaks: '§7',
  },
  {
    name: 'a decision is written over one that was made meanwhile',
    file: 'functions/record/review/write-review.ts',
    find: "ConditionExpression: '#changes = :unchanged',",
    replace: "ConditionExpression: '#changes = :unchanged OR attribute_exists(PK)',",
    caughtBy: { file: ofRecords, test: 'two who change one version > the later judges what the earlier wrote' },
    breaks: '§7',
  },
  {
    name: 'an older version becomes current after a later one',
    file: 'functions/record/review/write-review.ts',
    find: "ConditionExpression: 'attribute_not_exists(PK) OR #number < :number',",
    replace: "ConditionExpression: 'attribute_not_exists(PK) OR #number <> :number',",
    caughtBy: { file: ofRecords, test: 'what is sent > only moves to later versions, whoever of two reviewers is faster' },
    breaks: '§7',
  },
  {
    name: 'retiring a version ends the later one that is sent',
    file: 'functions/record/review/write-review.ts',
    find: "ConditionExpression: '#number = :number',",
    replace: "ConditionExpression: '#number = :number OR attribute_exists(PK)',",
    caughtBy: { file: ofRecords, test: 'what is sent > is not retired by who meant the version before it' },
    breaks: '§7',
  },
  {
    name: 'a reviewer hears of a later version that is none',
    file: 'functions/record/review/stored-review.ts',
    find: `  const { Item: sent } = await get(currentKey(name))
  const { Item } = await get(versionKey(name, version))
`,
    replace: `  const { Item } = await get(versionKey(name, version))
  const { Item: sent } = await get(currentKey(name))
`,
    caughtBy: {
      file: 'test/simulation/review/review.test.ts',
      test: 'a review decides once, and everybody is told what stands: from a version in review: approve, approve again; crashes: 1; lostReplies: 1',
    },
    breaks: '§7',
  },
  {
    name: 'the same decision once more does not tell the task again',
    file: 'functions/template/review/decide-review.ts',
    find: '  if (isRepeat(review, decided)) return review\n',
    replace: '',
    caughtBy: { file: ofWorkflow, test: 'a decision whose task could not be told > is told by the same decision once more' },
    breaks: 'F29',
  },
  {
    name: 'a task that begins to wait after the decision waits for fourteen days',
    file: 'functions/request-review/handler.ts',
    find: 'if (opened.answer) await settleReview(taskToken, opened.answer)',
    replace: '',
    caughtBy: { file: ofWorkflow, test: 'redriven after the decision learns what stands, at once' },
    breaks: 'F28',
  },
  {
    name: 'a task that starts again keeps the token of the one that is over',
    file: 'functions/request-review/handler.ts',
    find: `({ review }) => ({
      review: awaitingDecision(review),
      token: taskToken,`,
    replace: `({ review, token }) => ({
      review: awaitingDecision(review),
      token: token ?? taskToken,`,
    caughtBy: {
      file: ofWorkflow,
      test: 'what breaks > by an error of Lambda while it asks is asked again, under another token, and the decision finds the task',
    },
    breaks: 'F28',
  },
  {
    name: 'a decision that is kept tells no task',
    file: 'functions/review/decide.ts',
    find: 'if (token !== undefined && verdict) await settleReview(token, verdict)',
    replace: '',
    caughtBy: { file: ofCalls, test: 'a decision > is kept and tells the task that waits, and once more tells it again' },
    breaks: '§7',
  },
  {
    name: 'a draft whose start was lost stays one for ever once another version is submitted',
    file: 'functions/review/submit.ts',
    find: "if (standing?.state === 'draft') await startReview(standing)",
    replace: "if (same?.state === 'draft') await startReview(same)",
    caughtBy: {
      file: ofCalls,
      test: 'a submission > of other content starts the draft that it hides, for its own start may have been lost',
    },
    breaks: 'F6',
  },
  {
    name: 'every change of a version is told as its state once more',
    file: 'functions/publish/template-events.ts',
    find: 'before?.state === after.state ? [] : ofState(after)',
    replace: 'ofState(after)',
    caughtBy: {
      file: 'test/functions/publish/template-events.test.ts',
      test: 'what is told of a version > is nothing when it was only stored, checked, or given another token',
    },
    breaks: '§7',
  },
]
