import { expect, it } from 'vitest'
import { readDeployed } from './core/deployed.ts'
import { simulate } from './core/simulate.ts'
import type { Fault } from './faults/fault.ts'
import { makeRun } from './faults/make-faults.ts'
import { violations } from './judge/violations.ts'
import { tallyOf } from './report/tally.ts'

const deployed = readDeployed()

it('keeps people as they want it, and budgets, while all are texted at once over a night and a turn of the clocks', async () => {
  const simulated = await simulate(deployed, makeRun(11, 250, []))
  const { policy } = tallyOf(simulated)
  expect(violations(simulated)).toEqual([])
  for (const what of ['opted-out-of-all', 'budget-exhausted', 'cancelled', 'held']) expect(policy[what], what).toBeGreaterThan(0)
})

/** Every third text is refused, and the reply to one of the calls that follow is lost. */
const refusedAndLost = (call: number): Fault[] =>
  Array.from({ length: 84 }, (_, index) => index * 3).flatMap((of): Fault[] => [
    { fault: 'refused', of, carrier: 'sns', request: 1, class: 'recipient' },
    { fault: 'lost-reply', of, step: 'send', invocation: 1, call, tries: 1 },
  ])

it.each([
  ['reserves them', 3],
  ['gives them back', 11],
])('counts parts once, or too many of them, where the reply is lost to the call of send that %s', async (_, call) => {
  const { seed, notifications } = makeRun(11, 250, [])
  const simulated = await simulate(deployed, { seed, notifications, faults: refusedAndLost(call) })
  expect(violations(simulated)).toEqual([])
})

/** By five minutes, for all whom it may concern. */
const behind = (step: 'send' | 'fall-back'): readonly Fault[] =>
  Array.from({ length: 250 }, (_, of) => ({ fault: 'clock', of, step, seconds: -290 }))

it.each([
  ['a clock behind the others', behind('send')],
  ['two clocks behind the others', [...behind('send'), ...behind('fall-back')]],
])('holds a text again that %s would not let go, and not by the hundred', async (_, faults) => {
  const { seed, notifications } = makeRun(11, 250, [])
  const simulated = await simulate(deployed, { seed, notifications, faults: [...faults] })
  expect(violations(simulated)).toEqual([])
  expect(Math.max(...simulated.world.ledger.started.map(({ execution }) => execution.path.length))).toBeLessThan(100)
})
