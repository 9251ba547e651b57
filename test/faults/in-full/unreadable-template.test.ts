import { afterAll, beforeAll, expect } from 'vitest'
import type { Template } from '../../../functions/template/template.ts'
import { order, requestsTo } from '../../e2e/heliograph.ts'
import { it } from '../it.ts'
import { putCurrent } from '../put-current.ts'
import { aDraft } from '../review-under-faults.ts'
import { sentenceOfAll } from '../sentence-of.ts'
import { type UnderFaults, underFaults } from '../under-faults.ts'

const aRequest = requestsTo(719)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

it('F12: a stored template that no rule can read any more holds up nobody else, and is sent when it is mended', async ({
  tell,
}) => {
  const mended = aDraft()
  const broken = { ...mended, slots: { orderNo: { type: 'riddle' } } } as unknown as Template
  await putCurrent(world.table, broken)
  const poisoned = aRequest({ ...order, template: mended.name })
  await world.put(poisoned)
  const others = await world.send(aRequest(order), aRequest())
  expect(others).toMatchObject(Array(2).fill({ notification: { outcome: 'delivered' } }))
  expect(await world.judge(poisoned)).toMatchObject({ notification: { attempts: [] }, calls: [] })
  await putCurrent(world.table, mended)
  const judged = await world.ended(poisoned)
  expect(judged).toMatchObject([{ notification: { outcome: 'delivered' }, calls: [{}] }])
  tell(`${sentenceOfAll(judged)}; meanwhile: ${sentenceOfAll(others)}`)
})
