import type { Mutant } from '../mutant.ts'

const deciding = 'functions/validate/decide-next.ts'
const ofDeciding = 'test/functions/validate/decide-next.test.ts'

/** What was planned once stays, and no longer than it is of use. */
export const planning: readonly Mutant[] = [
  {
    name: 'Validate renders a second text where it is repeated',
    file: deciding,
    find: 'if (notification.plan !== undefined) return goOn(notification, ask, routing, now)',
    replace: '',
    caughtBy: {
      file: ofDeciding,
      test: 'a notification that is judged again > keeps its plan and its text, whatever else is planned now',
    },
    breaks: 'I1',
  },
  {
    name: 'a hold ends with the first carrier as attempt 1 again',
    file: deciding,
    find: "if (next?.decision !== 'hold' || attempts.length === 0)",
    replace: '',
    caughtBy: {
      file: ofDeciding,
      test: 'a notification that was held > is sent by the carrier and as the attempt that were decided on, whoever is the first of its kind',
    },
    breaks: 'I1',
  },
  {
    name: 'a hold ends by another text although a receipt told meanwhile that nobody can mend it',
    file: deciding,
    find: "if (failure) return stopped(notification, { outcome: unknownOr('undeliverable', attempts), reason: failure.reason }, now)",
    replace: '',
    caughtBy: {
      file: ofDeciding,
      test: 'a notification that was held > is not sent where a receipt told meanwhile what nobody can mend: recipient, so it is undeliverable',
    },
    breaks: 'I2',
  },
  {
    name: 'the end that the requester named does not count',
    file: 'functions/validate/make-plan.ts',
    find: 'Math.min(byKind, byRequest)',
    replace: 'byKind',
    caughtBy: {
      file: 'test/functions/validate/make-plan.test.ts',
      test: 'a request that fits > is valid until its kind (order) or its requester (2026-11-22T12:01:00.000Z) says no, whoever says so first',
    },
    breaks: 'F38',
  },
  {
    name: 'a number is not judged again after a hold',
    file: 'functions/validate/handler.ts',
    find: 'return judgeAgain(notification, person, { numbers, routing })',
    replace: 'return undefined',
    caughtBy: {
      file: 'test/functions/validate/handler.test.ts',
      test: 'Validate > judges the number anew where the plan is there, and stops where its country is not allowed',
    },
    breaks: 'I7',
  },
  {
    name: 'a parameter brings a slot of its own',
    file: 'functions/template/render.ts',
    find: '  return text\n}',
    replace: '  return text.replace(/\\{\\{(\\w+)\\}\\}/g, (_, slot) => wordsOf(slot))\n}',
    caughtBy: { file: 'test/functions/template/render.test.ts', test: 'renders "{{a}}" with {"a":"{{b}}","b":"x"}' },
    breaks: 'F12',
  },
  {
    name: 'parts are counted by dividing the length',
    file: 'functions/text/count-parts.ts',
    find: 'if (units + least - 1 <= least * each) return',
    replace: 'return',
    caughtBy: { file: 'test/functions/text/count-parts.test.ts', test: 'counts 152 × a, €, 152 × a' },
    breaks: 'F13',
  },
]
