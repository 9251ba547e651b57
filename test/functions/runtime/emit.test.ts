import { expect, it, vi } from 'vitest'
import { divertTheLog, whatIsWritten } from './what-is-written.ts'

divertTheLog()
vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'HeliographLocal') // read once, when the module is loaded
const { emit } = await import('../../../functions/runtime/emit.ts')

it('writes whose figure it is into its line alone: no series has an id', () => {
  const lines = whatIsWritten()
  emit({ name: 'Fault', value: 1, unit: 'Count', dimensions: {} }, { notificationId: 'shop-order-4711' })
  emit({ name: 'BudgetReached', value: 1, unit: 'Count', dimensions: { level: '80' } })
  const [fault, budget] = lines.map((line) => JSON.parse(line))
  expect(fault).toMatchObject({ Fault: 1, notificationId: 'shop-order-4711' })
  expect(fault._aws.CloudWatchMetrics[0].Dimensions).toEqual([['service']])
  expect(budget).not.toHaveProperty('notificationId')
})

it('writes each figure at once, with dimensions of its own', () => {
  const lines = whatIsWritten()
  emit({ name: 'Delivered', value: 1, unit: 'Count', dimensions: { kind: 'order', carrier: 'sns' } })
  emit({ name: 'SecondsToDeliver', value: 2.5, unit: 'Seconds', dimensions: { kind: 'order' } })
  const figures = lines.map((line) => JSON.parse(line))
  expect(figures).toMatchObject([
    { Delivered: 1, kind: 'order', carrier: 'sns', service: 'HeliographLocal' },
    { SecondsToDeliver: 2.5, kind: 'order', service: 'HeliographLocal' },
  ])
  expect(figures.map(({ _aws }) => _aws.CloudWatchMetrics)).toEqual([
    [
      {
        Namespace: 'Heliograph',
        Dimensions: [['service', 'kind', 'carrier']],
        Metrics: [{ Name: 'Delivered', Unit: 'Count' }],
      },
    ],
    [{ Namespace: 'Heliograph', Dimensions: [['service', 'kind']], Metrics: [{ Name: 'SecondsToDeliver', Unit: 'Seconds' }] }],
  ])
})
