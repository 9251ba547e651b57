import type { Mutant } from '../mutant.ts'

const counted = 'functions/publish/counted-metrics.ts'
const figures = 'functions/publish/status-metrics.ts'
const histories = 'test/functions/publish/figures-of-histories.test.ts'
const ofFigures = 'test/functions/publish/status-metrics.test.ts'
const all = 'the figures of whole histories >'

/** The figures agree: as many requests as there are outcomes and notifications in flight. */
export const metrics: readonly Mutant[] = [
  {
    name: 'a notification that expired is counted nowhere',
    file: counted,
    find: '...(outcome ? [count',
    replace: "...(outcome && outcome !== 'expired' ? [count",
    caughtBy: { file: histories, test: `${all} say as many requests as there are outcomes and notifications in flight, by kind` },
    breaks: 'sums',
  },
  {
    name: 'a notification that is held counts as ended',
    file: counted,
    find: 'const { attempts, outcome, reason',
    replace: "const { attempts, outcome = notification.next?.decision === 'hold' ? 'expired' : undefined, reason",
    caughtBy: { file: histories, test: `${all} say as many requests as there are outcomes and notifications in flight, by kind` },
    breaks: 'sums',
  },
  {
    name: 'what was counted before is counted again by every change',
    file: figures,
    find: '(before ? countedMetrics(before).map(negative) : [])',
    replace: '[]',
    caughtBy: {
      file: histories,
      test: `${all} say how many attempts there were, how many arrived, failed, and were fallen back from`,
    },
    breaks: 'sums',
  },
  {
    name: 'an outcome that a receipt raised stays counted as what it was',
    file: figures,
    find: 'countedMetrics(before).map(negative)',
    replace: "countedMetrics(before).filter(({ name }) => name !== 'Ended').map(negative)",
    caughtBy: {
      file: histories,
      test: `${all} say of each outcome how many notifications have it now, also where a receipt raised another`,
    },
    breaks: 'sums',
  },
  {
    name: 'a fallback from a silent carrier has no cause and is not counted',
    file: counted,
    find: 'if (next === undefined || next.carrier === attempt.carrier) return []',
    replace: 'if (next === undefined || next.carrier === attempt.carrier || !failureOf(attempt)) return []',
    caughtBy: {
      file: histories,
      test: `${all} say of each fallback what it came from: a class of failure, no answer or no receipt`,
    },
    breaks: 'sums',
  },
  {
    name: 'a fallback after an unknown answer is put down to silence',
    file: counted,
    find: "(isUnresolved(attempt) ? 'unknown' : 'silent')",
    replace: "'silent'",
    caughtBy: {
      file: histories,
      test: `${all} say of each fallback what it came from: a class of failure, no answer or no receipt`,
    },
    breaks: 'sums',
  },
  {
    name: 'a text that no carrier took is counted as paid for',
    file: 'functions/notification/cost-of.ts',
    find: 'if (!isTaken(attempt)) return undefined',
    replace: '',
    caughtBy: { file: histories, test: `${all} say how many parts the carriers took` },
    breaks: 'sums',
  },
  {
    name: 'a carrier fails because our own function was too slow to call it',
    file: 'functions/publish/attempt-metrics.ts',
    find: 'failure?.reason !== noTimeLeft.reason && ',
    replace: '',
    caughtBy: {
      file: ofFigures,
      test: 'attempts are counted by kind and carrier > where our own function was too slow to call: the carrier did not fail',
    },
    breaks: 'alarm',
  },
  {
    name: 'a change is counted before the bus has taken its events, and again when it comes again',
    file: 'functions/publish/handler.ts',
    find: '    await putOurEvents(statusEvents(before, after))\n    for (const metric of statusMetrics(before, after)) emit(metric, after)',
    replace:
      '    for (const metric of statusMetrics(before, after)) emit(metric, after)\n    await putOurEvents(statusEvents(before, after))',
    caughtBy: {
      file: 'test/functions/publish/handler.test.ts',
      test: 'a change in the table > is not counted while the bus is away: it comes again',
    },
    breaks: 'sums',
  },
  {
    name: 'what follows a change that failed is counted, and again when it comes again',
    file: 'functions/runtime/each-change.ts',
    find: "return { batchItemFailures: [{ itemIdentifier: change.dynamodb?.SequenceNumber ?? '' }] }",
    replace: '',
    caughtBy: {
      file: 'test/functions/runtime/each-change.test.ts',
      test: 'the changes of a batch > come again from the first on that failed, and nothing that comes again was done before',
    },
    breaks: 'sums',
  },
]
