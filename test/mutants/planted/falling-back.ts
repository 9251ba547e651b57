import type { Mutant } from '../mutant.ts'

const handler = 'functions/fall-back/handler.ts'
const ofHandler = 'test/functions/fall-back/handler.test.ts'

/** Fall back decides once, on what is known when it writes. */
export const fallingBack: readonly Mutant[] = [
  {
    name: 'a decision that led here is taken for the answer, again and again',
    file: 'functions/fall-back/handler.ts',
    find: "next.decision !== 'stop' && next.attempt > attempt",
    replace: "next.decision !== 'stop'",
    caughtBy: {
      file: 'test/functions/fall-back/handler.test.ts',
      test: 'Fall back whose earlier reply was lost > does not answer a decision that led here: a `send` that came too late armed what another decision had taken back',
    },
    breaks: 'I8',
  },
  {
    name: 'an attempt whose send broke is not waited for, and the next carrier sends',
    file: handler,
    find: 'if (last && seconds > 0) return awaited(counted, last, seconds)',
    replace: '',
    caughtBy: {
      file: 'test/workflows/crashes.test.ts',
      test: 'when send dies after SNS accepted a code’s second attempt: two texts at most',
    },
    breaks: 'I2',
  },
  {
    name: 'an attempt that is given up stays open',
    file: handler,
    find: 'const closed = withClosedAttempts(counted)',
    replace: 'const closed = counted',
    caughtBy: {
      file: ofHandler,
      test: 'Fall back with one carrier > closes the attempt whose wait is over, ends the notification and tells the workflow',
    },
    breaks: 'I3',
  },
  {
    name: 'the next carrier sends although a delivery came with the deadline',
    file: handler,
    find: 'if (attempts.some(isDelivered)) return',
    replace: 'if (false) return',
    caughtBy: { file: ofHandler, test: 'Fall back with two carriers > does not judge again where there is a delivery' },
    breaks: 'F37',
  },
  {
    name: 'Fall back judges again what `send` would not arm',
    file: handler,
    find: 'if (notification.stopped !== undefined) return stopped(closed, notification.stopped, now)',
    replace: '',
    caughtBy: {
      file: ofHandler,
      test: 'Fall back with two carriers > does not judge again where there is what `send` would not arm for',
    },
    breaks: 'I2',
  },
  {
    name: 'a decision whose reply was lost is made a second time',
    file: handler,
    find: 'return attempts.length > attempt && isOfLater ?',
    replace: 'return false ?',
    caughtBy: {
      file: ofHandler,
      test: 'Fall back whose earlier reply was lost > answers what stands in the record where a later attempt is armed already, and writes nothing: to send',
    },
    breaks: 'F23',
  },
  {
    name: 'Fall back does not go to the rendezvous of an attempt whose send died on the way there',
    file: handler,
    find: 'await keepAppointments(dependencies, await readNotification(notificationId))',
    replace: '',
    caughtBy: {
      file: 'test/workflows/crashes.test.ts',
      test: 'when send dies between record and rendezvous: Fall back goes there, and meets the delivery',
    },
    breaks: 'F16',
  },
  {
    name: 'what may have been sent ends as undeliverable',
    file: 'functions/notification/unknown-or.ts',
    find: "attempts.some(isPossiblySent) ? 'unknown' : otherwise",
    replace: 'attempts.every(isPossiblySent) && false ? "unknown" : otherwise',
    caughtBy: {
      file: 'test/functions/notification/too-late.test.ts',
      test: 'too late where nothing is known of an attempt ends as it must',
    },
    breaks: 'F33',
  },
]
