import type { Mutant } from '../mutant.ts'

const events = 'functions/publish/status-events.ts'
const ofEvents = 'test/functions/publish/status-events.test.ts'
const putting = 'functions/publish/put-our-events.ts'
const ofPutting = 'test/functions/publish/put-our-events.test.ts'

/** What happened is told, once, and no word of it says to whom. */
export const telling: readonly Mutant[] = [
  {
    name: 'a repeated event has another id',
    file: events,
    find: 'event(detailTypeOf[after.outcome], after, 1, detail)',
    replace: 'event(detailTypeOf[after.outcome], after, Math.random(), detail)',
    caughtBy: { file: ofEvents, test: 'over a whole history > a repeated change tells the same, under the same event ids' },
    breaks: 'F5',
  },
  {
    name: 'a status event tells whatever the record holds',
    file: events,
    find: '...aboutNotification(notification), ...detail }',
    replace: '...notification, ...detail }',
    caughtBy: { file: ofEvents, test: 'over a whole history > nothing is told but ids, codes, times and cost' },
    breaks: 'I6',
  },
  {
    name: 'an outcome is told again by every later change',
    file: events,
    find: 'if (after.outcome === undefined || after.outcome === before?.outcome) return underWay',
    replace: 'if (after.outcome === undefined) return underWay',
    caughtBy: { file: ofEvents, test: 'the outcome > delivered is told once, as Notification Delivered' },
    breaks: 'I3',
  },
  {
    name: 'an event that the bus refused is lost',
    file: putting,
    find: 'events.filter((_, index) => results[index]?.EventId === undefined)',
    replace: '[]',
    caughtBy: { file: ofPutting, test: 'our own events > that the bus refused are put again, and they alone' },
    breaks: 'F5',
  },
  {
    name: 'all events are put again where the bus refused one',
    file: putting,
    find: 'await putAll({ client, name }, refused, tries + 1)',
    replace: 'await putAll({ client, name }, events, tries + 1)',
    caughtBy: { file: ofPutting, test: 'our own events > that the bus refused are put again, and they alone' },
    breaks: 'F5',
  },
  {
    name: 'a person who was texted twice is not counted',
    file: 'functions/publish/counted-metrics.ts',
    find: '...(duplicates > 0 ?',
    replace: '...(false ?',
    caughtBy: {
      file: 'test/functions/publish/status-metrics.test.ts',
      test: 'people who were texted twice are counted by kind > by the second delivery',
    },
    breaks: 'F36',
  },
  {
    name: 'the log quotes the message of any error',
    file: 'functions/runtime/logger.ts',
    find: '...(error instanceof Fault && { message: error.message }),',
    replace: 'message: error.message,',
    caughtBy: {
      file: 'test/functions/runtime/logger.test.ts',
      test: 'the log > names what failed, and holds nothing of it: a refused condition with the whole item',
    },
    breaks: 'I6',
  },
  {
    name: 'the log writes whatever it is given',
    file: 'functions/runtime/logger.ts',
    find: '.filter(([key]) => allowed.includes(key))',
    replace: '',
    caughtBy: {
      file: 'test/functions/runtime/logger.test.ts',
      test: 'the log > drops whatever else is told, beside the message',
    },
    breaks: 'I6',
  },
  {
    name: 'the history of an execution holds the message of any error',
    file: 'functions/runtime/as-lambda.ts',
    find: "error instanceof Fault ? error.message : 'see the log by this request id'",
    replace: 'error instanceof Error ? error.message : String(error)',
    caughtBy: {
      file: 'test/functions/runtime/as-lambda.test.ts',
      test: 'a function > fails by name only, whatever its handler threw: an error of the SDK',
    },
    breaks: 'I6',
  },
  {
    name: 'a record of a batch that failed counts as taken',
    file: 'functions/runtime/each-record.ts',
    find: '      throw error',
    replace: '',
    caughtBy: {
      file: 'test/functions/runtime/each-record.test.ts',
      test: 'the records of a batch > that could not be taken come again, and they alone',
    },
    breaks: 'I3',
  },
  {
    name: 'two holds that end at the same instant are told as one',
    file: 'functions/publish/status-events.ts',
    find: '{attempt}/',
    replace: '{1}/',
    caughtBy: {
      file: 'test/functions/publish/status-events.test.ts',
      test: 'Notification Held > is another one for the next attempt, though it ends at the same instant',
    },
    breaks: 'I4',
  },
]
