import { expect, it } from 'vitest'
import { defaultKinds } from '../../functions/notification/kinds.ts'
import { createCallbackHandler } from '../../functions/receipt/callback-handler.ts'
import { changeNotification } from '../../functions/record/change-notification.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { openNotification } from '../../functions/record/open-notification.ts'
import { storeReceipt } from '../../functions/record/store-receipt.ts'
import { settle } from '../../functions/settle/settle.ts'
import { aNotification } from '../builders/a-notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { accepted } from '../builders/an-answer.ts'
import { anAttempt } from '../builders/an-attempt.ts'
import { noon } from '../builders/noon.ts'
import { someWorkflows } from '../builders/some-workflows.ts'
import { account } from '../functions/carriers/a-twilio-caller.ts'
import { aContext } from '../functions/runtime/a-context.ts'
import { divertTheLog, whatIsWritten } from '../functions/runtime/what-is-written.ts'
import { type Answer, aCallback, callbackWeights, notificationId } from './any-callback.ts'
import { quotesInput } from './canary.ts'
import { everyRun } from './every-run.ts'
import { someRecords } from './some-records.ts'

divertTheLog()
const { asLambda } = await import('../../functions/runtime/as-lambda.ts')

const statuses: Readonly<Record<Answer, number>> = {
  taken: 204,
  'nothing-new': 204,
  forged: 401,
  expired: 403,
  foreign: 403,
  malformed: 400,
  oversized: 413,
  'unknown-attempt': 404,
}

/** Receipt as Lambda calls it, over a notification whose second attempt Twilio has accepted. */
const aReceiver = async () => {
  const { table, changed } = someRecords()
  const attempts = [
    anAttempt({ closed: true }),
    anAttempt({ number: 2, carrier: 'twilio', status: 'accepted', answer: accepted('SM1') }),
  ]
  await openNotification(table)(aNotification({ notificationId, attempts }), aPerson(), noon)
  changed()
  const refusals: string[] = []
  const receive = createCallbackHandler({
    findNotification: findNotification(table),
    changeNotification: changeNotification(table),
    storeReceipt: storeReceipt(table),
    settle: settle(someWorkflows().client, defaultKinds),
    networkOnly: [],
    account: async () => account,
    onRefusal: (reason) => refusals.push(reason),
    now: () => noon,
  })
  const lambda = asLambda(receive)
  return { receive: (event: unknown) => lambda(event, aContext()), changed, refused: () => refusals.splice(0) }
}

it('of 100,000 callbacks, none is taken but the good ones, none breaks the function, and nothing of them is quoted', {
  timeout: 300_000,
}, async () => {
  const lines = whatIsWritten()
  const { receive, changed, refused } = await aReceiver()
  await everyRun('callbacks', callbackWeights, async (drawn, before) => {
    const { event, answer } = aCallback(drawn, before)
    const answered = await receive(event)
    const said = { answered, refusals: refused(), facts: changed().filter(({ key }) => key.SK.startsWith('RECEIPT#2#')).length }
    const isRefused = answer !== 'taken' && answer !== 'nothing-new'
    expect(said).toEqual({
      answered: { statusCode: statuses[answer] },
      refusals: isRefused ? [answer] : [],
      facts: answer === 'taken' ? 1 : 0,
    })
    expect(quotesInput(said)).toBe(false)
    if (answer === 'taken') expect(await receive(event).then(() => changed())).toEqual([])
  })
  expect(lines).toEqual([])
})
