import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect } from 'vitest'
import { isPossiblySent } from '../../../functions/notification/attempt.ts'
import type { BudgetEvent } from '../../../functions/publish/budget-event.ts'
import { budgetKey } from '../../../functions/record/keys.ts'
import { watchBudgetEvents } from '../../../local/status-feed.ts'
import { remember, requestsTo } from '../../e2e/heliograph.ts'
import { orderOfCommits } from '../../e2e/order-of-commits.ts'
import { commandLine } from '../../e2e/run-command-line.ts'
import { it } from '../it.ts'
import { type UnderFaults, underFaults } from '../under-faults.ts'

const aRequest = requestsTo(862)
const parcel = {
  template: 'parcel-arriving',
  params: { parcelNo: 'Zaunkoenig-75', from: '07:39', until: '08:42', track: 'https://shop.example/track/Zaunkoenig-75' },
}
const budgetParts = 40

let world: UnderFaults
const told: BudgetEvent[] = []
const watching = new AbortController()
beforeAll(async () => {
  world = await underFaults()
  await watchBudgetEvents(world.target, `test-${randomUUID()}`, watching.signal, (event) => told.push(event))
})
afterAll(() => {
  world.stop()
  watching.abort()
})

it('F43: 100 texts of a kind come at once, its budget of 40 parts is spent and never more, and a code still goes', async ({
  tell,
}) => {
  remember(parcel.params.parcelNo, parcel.params.track)
  const burst = Array.from({ length: 100 }, () => ({ ...aRequest(), ...parcel }))
  const judged = await world.send(...burst)
  await world.until(() => expect(told).toHaveLength(2))
  const reached = { kind: 'logistics', parts: budgetParts } as const
  expect(told.toSorted((a, b) => a.detail.level - b.detail.level)).toMatchObject([
    { detailType: 'Budget Nearly Spent', detail: { ...reached, level: 80 } },
    { detailType: 'Budget Spent', detail: { ...reached, level: 100 } },
  ])

  const day = told[0]?.detail.day ?? ''
  const counter = (await orderOfCommits(world.target)).imagesOf(budgetKey('logistics', day, 0))
  expect(Math.max(...counter.map(({ image }) => Number(image.reserved)))).toBe(budgetParts)
  const { out } = await commandLine('budget', 'show', '--json')
  const shown = JSON.parse(out).find(({ kind }: BudgetEvent['detail']) => kind === reached.kind)
  expect(shown).toMatchObject({ ...reached, day, reserved: { parts: Number(counter.at(-1)?.image.reserved) } })
  const spent = judged.flatMap(({ notification }) => notification.attempts.filter(isPossiblySent)).length // of one part each
  expect(spent).toBeLessThanOrEqual(shown.reserved.parts) // fewer where send died with what it had reserved
  expect(judged.flatMap(({ calls }) => calls).length).toBeLessThanOrEqual(spent)
  const unsent = judged.filter(({ notification }) => !notification.attempts.some(isPossiblySent))
  for (const { notification } of unsent) expect(notification).toMatchObject({ outcome: 'rejected', reason: 'budget-exhausted' })
  expect(await world.send(aRequest())).toMatchObject([{ notification: { outcome: 'delivered' } }])
  tell('40 parts reserved and never more; the others rejected: budget-exhausted; 80 % and 100 % told once; a code is delivered')
})
