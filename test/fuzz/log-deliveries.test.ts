import { expect, it } from 'vitest'
import { defaultKinds } from '../../functions/notification/kinds.ts'
import { createDeliveryLogHandler } from '../../functions/receipt/delivery-log-handler.ts'
import { changeNotification } from '../../functions/record/change-notification.ts'
import { parkReceipt } from '../../functions/record/rendezvous.ts'
import { storeReceipt } from '../../functions/record/store-receipt.ts'
import { settle } from '../../functions/settle/settle.ts'
import { noon } from '../builders/noon.ts'
import { someWorkflows } from '../builders/some-workflows.ts'
import { aContext } from '../functions/runtime/a-context.ts'
import { divertTheLog, whatIsWritten } from '../functions/runtime/what-is-written.ts'
import { aFuzzedDelivery, logWeights } from './any-log-delivery.ts'
import { quotesInput } from './canary.ts'
import { everyRun } from './every-run.ts'
import { someRecords } from './some-records.ts'

divertTheLog()
const { asLambda } = await import('../../functions/runtime/as-lambda.ts')
const { logger } = await import('../../functions/runtime/logger.ts')

/** Receipt as Lambda calls it with a delivery of the log. */
const aReceiver = () => {
  const { table, changed } = someRecords()
  const take = createDeliveryLogHandler({
    parkReceipt: parkReceipt(table),
    changeNotification: changeNotification(table),
    storeReceipt: storeReceipt(table),
    settle: settle(someWorkflows().client, defaultKinds),
    networkOnly: [],
    onFailure: (error) => logger.error('an entry of the delivery log could not be taken', { error }),
    now: () => noon,
  })
  const lambda = asLambda(take)
  const receive = async (event: unknown) => {
    const thrown = await Promise.resolve(lambda(event, aContext())).then(
      () => undefined,
      (error: Error) => `${error.name}: ${error.message}`,
    )
    return { thrown, entries: changed().filter(({ key }) => key.PK.startsWith('M#sns#')).length }
  }
  return { receive }
}

it('of 100,000 deliveries of the log each entry that can be read is taken, the others refuse their delivery by a throw, and nothing of them is quoted', {
  timeout: 300_000,
}, async () => {
  const lines = whatIsWritten()
  const { receive } = aReceiver()
  await everyRun('log deliveries', logWeights, async (drawn, before) => {
    const { event, ends, entries } = aFuzzedDelivery(drawn, before)
    const { thrown, entries: took } = await receive(event)
    const written = lines.splice(0).join()
    const did = { ends: thrown === undefined ? 'taken' : 'refused', entries: took, isTold: written !== '' }
    expect(did).toEqual({ ends, entries, isTold: ends === 'refused' })
    expect(quotesInput(`${thrown} ${written}`), written).toBe(false)
  })
})
