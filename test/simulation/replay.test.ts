import { expect, it } from 'vitest'
import { readDeployed } from './core/deployed.ts'
import { simulate } from './core/simulate.ts'
import type { Deployed } from './core/world.ts'
import { faultNames } from './faults/catalogue.ts'
import { type Run, refusedPoisons } from './faults/fault.ts'
import { makeRun } from './faults/make-faults.ts'
import { casesOf } from './judge/case.ts'
import { fewest, shrink } from './judge/shrink.ts'
import { violations } from './judge/violations.ts'
import { runCampaign } from './report/run-campaign.ts'

const deployed = readDeployed()

/** What happened to each notification, line by line. */
const storiesOf = async (run: Run) => {
  const stories = new Map<number, string[]>()
  await simulate(deployed, run, (of, seconds, line) => stories.set(of, [...(stories.get(of) ?? []), `${seconds} ${line}`]))
  return stories
}

it('reports the same for the same seed, byte for byte, however many processes share the work', async () => {
  const campaign = { seed: 4711, count: 260, faults: faultNames }
  const [one, other, shared] = [
    await runCampaign(deployed, campaign, 1),
    await runCampaign(deployed, campaign, 1),
    await runCampaign(deployed, campaign, 3),
  ]
  expect(JSON.stringify(other)).toBe(JSON.stringify(one))
  expect(JSON.stringify(shared)).toBe(JSON.stringify(one))
})

it('lets a notification go the same way whoever else is in the run', async () => {
  const run = makeRun(7, 20, [])
  const together = await storiesOf(run)
  const alone = await storiesOf({ ...run, notifications: [13] })
  expect(alone.get(13)).toEqual(together.get(13))
})

it('lets a notification go the same way when a fault of another one is taken away', async () => {
  const faults: Run['faults'] = [
    { fault: 'refused', of: 1, carrier: 'sns', request: 1, class: 'route' },
    { fault: 'clock', of: 2, step: 'send', seconds: 200 },
  ]
  const run = { seed: 7, notifications: [0, 1, 2], faults }
  const [both, one] = [await storiesOf(run), await storiesOf({ ...run, faults: faults.slice(1) })]
  expect(one.get(0)).toEqual(both.get(0))
  expect(one.get(2)).toEqual(both.get(2))
})

it.each(refusedPoisons)('lets a notification go the same way beside a request that is poison: %s', async (how) => {
  const run: Run = { seed: 7, notifications: [0, 1, 2], faults: [] }
  const poisonous: Run = { ...run, faults: [{ fault: 'poison', of: 1, how }] }
  const [without, beside] = [await storiesOf(run), await storiesOf(poisonous)]
  expect(beside.get(0)).toEqual(without.get(0))
  expect(beside.get(2)).toEqual(without.get(2))
  const [poison] = casesOf(await simulate(deployed, poisonous)).filter(({ of }) => of === 1)
  expect(poison?.events.map(({ detailType }) => detailType)).toEqual(['Notification Rejected'])
})

it.each([
  ['one', [7]],
  ['two far apart', [2, 30]],
  ['none', []],
  ['all', Array.from({ length: 32 }, (_, index) => index)],
])('finds the fewest items that still show a thing: %s', async (_, guilty) => {
  const items = Array.from({ length: 32 }, (_, index) => index)
  const found = await fewest(items, async (candidate) => guilty.every((one) => candidate.includes(one)))
  expect(found).toEqual(guilty)
})

/** The workflow with a bug: its Send state waits without end. */
const endless = (): Deployed => {
  const { definition } = deployed
  const name = 'Send and await receipt'
  const state = definition.States[name]
  if (state?.Type !== 'Task') throw new Error(`there is no task ${name}`)
  return {
    ...deployed,
    definition: { ...definition, States: { ...definition.States, [name]: { ...state, timeoutSeconds: undefined } } },
  }
}

it('shrinks a violation to its one notification and its one guilty fault', async () => {
  const { notifications, faults, seed } = makeRun(7, 30, ['repeated', 'redelivered', 'stream-repeat', 'told-often'])
  const guilty = { fault: 'lost', of: 11, carrier: 'sns', request: 1 } as const
  const run = { seed, notifications, faults: [...faults, guilty, { ...guilty, carrier: 'twilio' as const }] }
  const [violation] = violations(await simulate(endless(), run)).filter(({ of }) => of === 11)
  if (violation === undefined) throw new Error('the bug does not show')
  const shortest = await shrink(endless(), run, violation)
  expect(shortest.notifications).toEqual([11])
  expect(shortest.faults).toHaveLength(1)
  expect(shortest.faults[0]).toMatchObject({ fault: 'lost', of: 11 })
})
