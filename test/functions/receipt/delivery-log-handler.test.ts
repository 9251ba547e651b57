import { describe, expect, it } from 'vitest'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import { createDeliveryLogHandler, type Dependencies } from '../../../functions/receipt/delivery-log-handler.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { aDeliveryLog, aFailureLog } from '../../builders/a-delivery-log.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { accepted } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'
import { aDelivery } from './a-delivery.ts'

const ref = { notificationId: 'shop-order-4711-shipped', attempt: 1 }
const delivered = aDeliveryLog()
const failed = aFailureLog('Phone is currently unreachable/unavailable')

/** Receipt, over records in memory in which SNS has accepted attempt 1 as message-1; `send` has kept the rendezvous, or not yet. */
const aReceiptFunction = async ({ known = true, ...overrides }: Partial<Dependencies> & { readonly known?: boolean } = {}) => {
  const attempts = [anAttempt({ status: 'accepted', answer: accepted() })]
  const records = recordsInMemory({ notification: aNotification({ attempts, waiting: { attempt: 1, token: 'token' } }) })
  if (known) await records.keepRendezvous('sns', 'message-1', ref, noon)
  const workflows = someWorkflows()
  const failures: unknown[] = []
  const onFailure = (error: unknown) => failures.push(error)
  const receive = createDeliveryLogHandler({
    ...records,
    networkOnly: [],
    settle: settle(workflows.client, defaultKinds),
    onFailure,
    now: () => noon,
    ...overrides,
  })
  return { receive, records, failures, resumed: workflows.resumed }
}

describe('a receipt', () => {
  it('of a known attempt is a fact, is merged and resumes the workflow', async () => {
    const { receive, records, resumed } = await aReceiptFunction()
    await receive(aDelivery([delivered]))
    expect(records.facts).toMatchObject([{ attempt: ref, receipt: { status: 'delivered', evidence: 'handset' } }])
    expect(records.now()).toMatchObject({ outcome: 'delivered', attempts: [{ status: 'delivered', parts: 1 }] })
    expect(resumed).toEqual([{ token: 'token', by: 'delivered' }])
  })

  it('that comes before its attempt is known waits at the rendezvous', async () => {
    const { receive, records, resumed } = await aReceiptFunction({ known: false })
    await receive(aDelivery([delivered]))
    expect(records.steps).toEqual(['park receipt'])
    expect(resumed).toEqual([])
    expect(await records.keepRendezvous('sns', 'message-1', ref, noon)).toMatchObject([{ status: 'delivered' }])
  })

  it('of a text that is not ours touches nothing of ours', async () => {
    const { receive, records, failures } = await aReceiptFunction()
    const before = records.now()
    await receive(aDelivery([aDeliveryLog({ notification: { messageId: 'message-of-another-application' } })]))
    expect(records.now()).toBe(before)
    expect(records.facts).toEqual([])
    expect(failures).toEqual([])
  })

  it.each([
    ['in order', [failed, delivered]],
    ['in the other order', [delivered, failed]],
    ['over and over', [delivered, failed, failed, delivered, delivered]],
  ])('is merged with those that contradict it, %s: what was delivered stays delivered', async (_, lines) => {
    const { receive, records } = await aReceiptFunction()
    for (const line of lines) await receive(aDelivery([line]))
    expect(records.now()).toMatchObject({
      outcome: 'delivered',
      attempts: [{ status: 'delivered', evidence: 'handset', failure: { class: 'absent', reason: 'unreachable' } }],
    })
  })

  it('that comes late raises the outcome', async () => {
    const { receive, records, resumed } = await aReceiptFunction()
    await records.changeNotification(ref.notificationId, (current) => ({
      notification: { ...current, waiting: undefined, outcome: 'unknown', reason: 'no-receipt' },
      answer: undefined,
    }))
    await receive(aDelivery([delivered]))
    expect(records.now()).toMatchObject({ outcome: 'delivered', reason: 'receipt' })
    expect(resumed).toEqual([])
  })
})

describe('a delivery of the log', () => {
  it('may hold many receipts', async () => {
    const { receive, records } = await aReceiptFunction()
    await receive(aDelivery([failed, delivered]))
    expect(records.facts).toHaveLength(2)
  })

  it('may be only a sign of life', async () => {
    const { receive, records, failures } = await aReceiptFunction()
    await receive(aDelivery(['CWL CONTROL MESSAGE: Checking health of destination Lambda function.'], 'CONTROL_MESSAGE'))
    expect(records.steps).toEqual(['rendezvous'])
    expect(failures).toEqual([])
  })

  it('is refused, so that it comes again, when an entry is none of a delivery log; the others get their turn', async () => {
    const { receive, records, failures } = await aReceiptFunction()
    await expect(receive(aDelivery(['+14155550123 is no log', delivered, '{}']))).rejects.toThrow('2 entries could not be taken')
    expect(records.now()).toMatchObject({ outcome: 'delivered' })
    expect(failures.map(String)).toEqual(['Fault: an entry is no delivery log', 'Fault: an entry is no delivery log'])
  })

  it('is refused when the records are away for one entry; the others get their turn', async () => {
    let tries = 0
    const records = recordsInMemory()
    const { receive, failures } = await aReceiptFunction({
      parkReceipt: (receipt, now) => {
        tries += 1
        return tries === 1 ? Promise.reject(new Error('the table is away')) : records.parkReceipt(receipt, now)
      },
    })
    await expect(receive(aDelivery([failed, delivered]))).rejects.toThrow('1 entries could not be taken')
    expect(records.steps).toEqual(['park receipt'])
    expect(failures).toEqual([new Error('the table is away')])
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['another event', { Records: [] }],
    ['no base64', { awslogs: { data: '+14155550123' } }],
    ['nothing packed', { awslogs: { data: Buffer.from('+14155550123').toString('base64') } }],
    ['another type of message', aDelivery([], 'NEWS')],
  ])('is a fault when it is %s, and its error quotes nothing of it', async (_, event) => {
    const { receive } = await aReceiptFunction()
    const failure: unknown = await receive(event).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(String(failure)).not.toContain('4155550123')
  })
})
