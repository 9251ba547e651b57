import type { Mutant } from '../mutant.ts'

const scenarios = 'test/workflows/stepping-in.test.ts'
const late = 'a cancellation that comes when a text may have been sent stops every further attempt, and no more'
const handler = 'functions/intervene/handler.ts'
const ofHandler = 'test/functions/intervene/handler.test.ts'
const confirm = 'functions/intervene/confirm.ts'
const ofConfirm = 'test/functions/intervene/confirm.test.ts'
const open = 'functions/record/open-notification.ts'
const park = 'functions/record/park-intervention.ts'
const ofParking = 'test/records/park-intervention.test.ts'
const before = 'what is said of a notification before it is requested'

/** What was cancelled before arming is not sent, and what the recipient confirmed is not sent again. */
export const intervening: readonly Mutant[] = [
  {
    name: 'a cancellation that came after the decision is overlooked by arming',
    file: 'functions/send/arm.ts',
    find: "if (ending) return { notification: { ...waiting, stopped: ending }, answer: 'waiting' }",
    replace: '',
    caughtBy: { file: scenarios, test: `${late} > one that comes between the silence and the second call stops that call` },
    breaks: 'I7',
  },
  {
    name: 'what was cancelled goes on after a hold',
    file: 'functions/validate/decide-next.ts',
    find: 'if (unwanted && !attempts.some(isUnderWay))',
    replace: 'if (false)',
    caughtBy: {
      file: 'test/functions/validate/decide-next.test.ts',
      test: 'a notification that is judged again > stops as cancelled where it was cancelled after an attempt, whatever else is judged',
    },
    breaks: 'I7',
  },
  {
    name: 'what was cancelled ends while its receipt is waited for, where Validate is repeated',
    file: 'functions/validate/decide-next.ts',
    find: 'unwanted && !attempts.some(isUnderWay)',
    replace: 'unwanted',
    caughtBy: {
      file: 'test/functions/validate/decide-next.test.ts',
      test: 'a notification that is judged again > leaves what may still arrive to its wait, where it was cancelled since and this was repeated',
    },
    breaks: 'I3',
  },
  {
    name: 'what was cancelled falls back all the same',
    file: 'functions/fall-back/handler.ts',
    find: 'calledOff(notification) ?? decideFallBack(situation)',
    replace: 'decideFallBack(situation)',
    caughtBy: {
      file: 'test/functions/fall-back/handler.test.ts',
      test: 'Fall back with one carrier > begins no further attempt of what was cancelled, after one that was silent',
    },
    breaks: 'I7',
  },
  {
    name: 'a cancellation ends what may have been sent, while it is waited for',
    file: 'functions/intervene/cancel.ts',
    find: 'if (notification.attempts.some(isPossiblySent)) return { ...notification, cancelled }',
    replace: '',
    caughtBy: { file: scenarios, test: `${late} > the receipt is waited for, and may still come` },
    breaks: 'I3',
  },
  {
    name: 'a cancellation that came late is told as one in time',
    file: 'functions/publish/status-events.ts',
    find: "if (cancelled === undefined || before?.cancelled !== undefined || outcome === 'cancelled') return []",
    replace: 'return []',
    caughtBy: {
      file: 'test/functions/publish/status-events.test.ts',
      test: 'Cancellation Came Late > is told where something may have been sent, of which attempt and why',
    },
    breaks: 'I7',
  },
  {
    name: 'a cancellation whose task was not told does not tell it again',
    file: handler,
    find: 'await settle(notification)',
    replace: '',
    caughtBy: {
      file: ofHandler,
      test: 'a cancellation > tells the task that waits, where `send` has not armed, and tells it again when it comes again',
    },
    breaks: 'F29',
  },
  {
    name: 'a stale cancellation waits for a request',
    file: handler,
    find: "if (isStale) return rejection('stale', tellableId(read))",
    replace: '',
    caughtBy: {
      file: ofHandler,
      test: 'what comes before its request > is rejected where it is stale: nobody requests anything so late',
    },
    breaks: 'F3',
  },
  {
    name: 'that a cancellation was refused is told as a rejection of its notification',
    file: handler,
    find: "'Intervention Rejected'",
    replace: "'Notification Rejected'",
    caughtBy: {
      file: ofHandler,
      test: 'an event that is refused > is told as such, and not as a rejection of the notification, which stays as it is',
    },
    breaks: 'F4',
  },
  {
    name: 'a reason of a cancellation holds a number, and an event tells it',
    file: 'functions/intervene/intervention-events.ts',
    find: '/^[a-z]+(-[a-z]+)*$/',
    replace: '/^[a-z0-9-]+$/',
    caughtBy: {
      file: 'test/functions/intervene/read-intervention.test.ts',
      test: 'of a malformed intervention > every wrong field is named: a reason that could hold a number',
    },
    breaks: 'I6',
  },
  {
    name: 'a confirmation is counted for the first attempt',
    file: confirm,
    find: 'attempts.findLast(isPossiblySent)',
    replace: 'attempts.find(isPossiblySent)',
    caughtBy: {
      file: ofConfirm,
      test: 'a confirmation > is about the last attempt that may have been sent: the last of two',
    },
    breaks: 'F34',
  },
  {
    name: 'a confirmation changes what has ended',
    file: confirm,
    find: 'if (outcome !== undefined) return notification',
    replace: '',
    caughtBy: { file: ofConfirm, test: 'a confirmation > leaves what has ended as it is: expired' },
    breaks: 'F34',
  },
  {
    name: "a carrier's receipt outweighs that the recipient acted",
    file: 'functions/notification/receipt.ts',
    find: "[...carriersEvidences, 'recipient']",
    replace: "['recipient', ...carriersEvidences]",
    caughtBy: { file: ofConfirm, test: 'a confirmation > is outweighed by no receipt that comes after it' },
    breaks: 'F34',
  },
  {
    name: 'a request overlooks what came before it',
    file: open,
    find: '[...opening(table, notification, person, now), untouched]',
    replace: 'opening(table, notification, person, now)',
    caughtBy: {
      file: ofParking,
      test: `${before} > is found by the write that opens it, which ends it at once: a cancellation`,
    },
    breaks: 'I7',
  },
  {
    name: 'a cancellation is parked beside a notification that was opened meanwhile',
    file: park,
    find: ', { ConditionCheck: { ...absent, Key: notificationKey(id) } }]',
    replace: ']',
    caughtBy: {
      file: ofParking,
      test: 'whichever comes first, neither is lost > the request, just before the intervention would have been parked',
    },
    breaks: 'I7',
  },
  {
    name: 'what is parked already is never found to be',
    file: park,
    find: '(await findIntervention(table)(id)) ? true : undefined',
    replace: 'undefined',
    caughtBy: {
      file: ofParking,
      test: 'a lost reply > to parking it, and the event comes again: it lies there, and that is enough',
    },
    breaks: 'F1',
  },
  {
    name: 'what may have been a code is kept of what was called off',
    file: open,
    find: 'callOff(notification, parked, now), { to }, now)',
    replace: 'callOff(notification, parked, now), person, now)',
    caughtBy: {
      file: ofParking,
      test: `${before} > leaves the number alone of its person, since what was to be sent may have been a code`,
    },
    breaks: 'I6',
  },
  {
    name: 'a text that is put off is valid from its request',
    file: 'functions/validate/make-plan.ts',
    find: 'dueAt(notification).getTime()',
    replace: 'Date.parse(notification.requestedAt)',
    caughtBy: {
      file: 'test/functions/validate/make-plan.test.ts',
      test: 'a request that fits > counts its validity from when it may be sent first',
    },
    breaks: 'F38',
  },
  {
    name: 'a text that is put off is erased before it was sent',
    file: open,
    find: 'new Date(Math.max(now.getTime(), dueAt(notification).getTime()))',
    replace: 'now',
    caughtBy: { file: 'test/records/time-to-live.test.ts', test: 'time erases > neither before a text that is put off was sent' },
    breaks: 'F40',
  },
]
