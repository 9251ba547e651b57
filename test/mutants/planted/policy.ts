import type { Mutant } from '../mutant.ts'

/** Whether, when and how often somebody is texted, and what that may cost. */
export const policies: readonly Mutant[] = [
  {
    name: 'an attempt is armed whatever was said since its recipient was read',
    file: 'functions/record/write-change.ts',
    find: 'reliesOn.map((one) => reliedOnMember(table.name, one, mark))',
    replace: 'reliesOn.slice(1).map((one) => reliedOnMember(table.name, one, mark))',
    caughtBy: {
      file: 'test/simulation/small-worlds/words.test.ts',
      test: 'no step breaks an invariant: order with crashes: 1, opt-outs: 1',
    },
    breaks: 'I7',
  },
  {
    name: 'the last look at policy, when an attempt is armed, is left out',
    file: 'functions/send/arm.ts',
    find: '  if (kept) return kept\n',
    replace: '',
    caughtBy: {
      file: 'test/simulation/small-worlds/words.test.ts',
      test: 'no step breaks an invariant: marketing with lost replies: 1, opt-outs: 1',
    },
    breaks: 'I7',
  },
  {
    name: 'an attempt is armed although it was called off',
    file: 'functions/send/arm.ts',
    find: "  if (ending) return { notification: { ...waiting, stopped: ending }, answer: 'waiting' }\n",
    replace: '',
    caughtBy: {
      file: 'test/simulation/small-worlds/words.test.ts',
      test: 'no step breaks an invariant: order with crashes: 1, cancellations: 1',
    },
    breaks: 'I7',
  },
  {
    name: 'what was said before the request is not looked for',
    file: 'functions/record/open-notification.ts',
    find: 'person, now), untouched]',
    replace: 'person, now)]',
    caughtBy: {
      file: 'test/simulation/small-worlds/words.test.ts',
      test: 'no step breaks an invariant: marketing from its request on with crashes: 1, cancellations: 1',
    },
    breaks: 'I7',
  },
  {
    name: 'parts are reserved whether or not the budget has them',
    file: 'functions/record/reserve-parts.ts',
    find: "      ConditionExpression: 'attribute_not_exists(#reserved) OR #reserved <= :most',\n",
    replace: "      ConditionExpression: 'attribute_not_exists(#reserved) OR #reserved < :most OR #reserved >= :most',\n",
    caughtBy: {
      file: 'test/records/budget.test.ts',
      test: 'of a budget > 200 texts at once never take more than there is, and all of it: of one counter',
    },
    breaks: 'I9',
  },
  {
    name: 'parts are never given back',
    file: 'functions/send/give-back.ts',
    find: '  if (reservation) await giveBackParts(reservation)\n',
    replace: '',
    caughtBy: { file: 'test/functions/send/policy.test.ts', test: 'parts are given back > where the carrier took nothing' },
    breaks: 'I9',
  },
  {
    name: 'parts of what was not armed are given back twice',
    file: 'functions/send/handler.ts',
    find: "    if (reservation && arming.answer !== 'armed') await giveBackParts(reservation)\n",
    replace:
      "    if (reservation && arming.answer !== 'armed') await giveBackParts(reservation).then(() => giveBackParts(reservation))\n",
    caughtBy: { file: 'test/functions/send/policy.test.ts', test: 'parts are given back > where policy did not let it arm' },
    breaks: 'I9',
  },
  {
    name: 'a refused attempt forgets the count of the one that followed it',
    file: 'functions/policy/counted.ts',
    find: 'id !== notificationId || attempt !== last',
    replace: 'id !== notificationId',
    caughtBy: {
      file: 'test/functions/policy/judge-frequency.test.ts',
      test: 'what is counted > stays where a later attempt has counted it again meanwhile',
    },
    breaks: 'I7',
  },
  {
    name: 'each attempt of a notification counts',
    file: 'functions/policy/counted.ts',
    find: 'one.id !== notificationId && isLookedAt(one)',
    replace: 'isLookedAt(one)',
    caughtBy: {
      file: 'test/functions/policy/judge-frequency.test.ts',
      test: 'what is counted > is counted once and as of its first attempt, however many it takes',
    },
    breaks: 'I7',
  },
  {
    name: 'a notification stands in its own way',
    file: 'functions/policy/judge-frequency.ts',
    find: 'counted.filter(({ id }) => id !== notificationId).toSorted',
    replace: "counted.filter(({ id }) => id !== notificationId || id !== '').toSorted",
    caughtBy: {
      file: 'test/functions/policy/judge-frequency.test.ts',
      test: 'a notification too many > is not the one that was counted already: another attempt of it goes on',
    },
    breaks: 'I7',
  },
  {
    name: 'policy is not asked again after a hold',
    file: 'functions/validate/decide-next.ts',
    find: '  const isArmed = notification.attempts.length >= attempt //',
    replace: '  const isArmed = notification.next !== undefined || notification.attempts.length >= attempt //',
    caughtBy: { file: 'test/functions/validate/decide-next.test.ts', test: 'policy > ends a text for good: as suppressed' },
    breaks: 'I7',
  },
  {
    name: 'a hold ends with the second that has begun',
    file: 'functions/notification/decided.ts',
    find: 'new Date(Math.ceil(Math.max(from.getTime(), again) / 1000) * 1000)',
    replace: 'new Date(Math.floor(Math.max(from.getTime(), again) / 1000) * 1000)',
    caughtBy: {
      file: 'test/functions/validate/decide-next.test.ts',
      test: 'policy > holds until the whole second, since a Wait knows no other',
    },
    breaks: 'F39',
  },
  {
    name: 'a clock that is behind holds a text again by the hundred',
    file: 'functions/notification/decided.ts',
    find: 'Date.parse(next.until) + shortestHold : 0',
    replace: '0 : 0',
    caughtBy: {
      file: 'test/functions/notification/decided.test.ts',
      test: 'the decision to hold again what has waited > for no longer is a minute more: a clock behind the others would ask at once, and again',
    },
    breaks: 'F40',
  },
  {
    name: 'it is a right hour where it is one in the first zone of the country',
    file: 'functions/policy/zones-of.ts',
    find: '.getTimeZones() ?? []',
    replace: '.getTimeZones()?.slice(0, 1) ?? []',
    caughtBy: {
      file: 'test/functions/policy/judge-quiet-hours.test.ts',
      test: 'a number that may be in several zones > is asked for no hour that is right in one zone and wrong in another',
    },
    breaks: 'F39',
  },
  {
    name: 'who opted out of all texts gets codes',
    file: 'functions/policy/judge-suppression.ts',
    find: 'suppressedBy.find((one) => suppressed.includes(one))',
    replace: "suppressedBy.find((one) => one !== 'all' && suppressed.includes(one))",
    caughtBy: {
      file: 'test/functions/policy/judge-policy.test.ts',
      test: 'policy keeps a text back > for good: to who opted out of everything',
    },
    breaks: 'I7',
  },
  {
    name: 'a level of a budget is told each time',
    file: 'functions/record/keep-level.ts',
    find: ", ConditionExpression: 'attribute_not_exists(PK)'",
    replace: '',
    caughtBy: { file: 'test/records/budget.test.ts', test: 'of a budget > a level is kept once, as it was first told' },
    breaks: 'I9',
  },
  {
    name: 'parts are given back again where the reply to that was lost',
    file: 'functions/record/reserve-parts.ts',
    find: 'await inOneOfSomeTries(table, async () => (await wasWritten(table, [{ Update: update }])) || undefined)',
    replace: 'await table.client.send(new UpdateCommand(update))',
    caughtBy: {
      file: 'test/simulation/policy.test.ts',
      test: 'counts parts once, or too many of them, where the reply is lost to the call of send that gives them back',
    },
    breaks: 'I9',
  },
]
