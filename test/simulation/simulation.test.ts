import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { expect, it } from 'vitest'
import { readDeployed } from './core/deployed.ts'
import { faultNames } from './faults/catalogue.ts'
import { mostInRun, runsIn } from './report/campaign.ts'
import { reportLines } from './report/print-report.ts'
import { runCampaign } from './report/run-campaign.ts'

/** On a machine that does nothing else it takes one to two minutes. */
const patienceMs = 15 * 60_000

/** What policy may do, and each of it does. */
const everyPolicy = [
  ...(['opted-out-of-all', 'opted-out-of-marketing', 'no-consent', 'too-frequent', 'budget-exhausted'] as const),
  ...(['cancelled', 'confirmed', 'held'] as const),
]

it('keeps I1 to I9 for 50,000 notifications under all faults, by a new seed each time', {
  timeout: patienceMs,
}, async () => {
  const campaign = { seed: randomInt(2 ** 31), count: 50_000, faults: faultNames }
  const report = await runCampaign(readDeployed(), campaign, availableParallelism())
  console.log(reportLines(report).join('\n'))
  expect(report.violations, `npm run simulate -- --seed ${campaign.seed} --count ${campaign.count}`).toEqual([])
  expect(runsIn(campaign)).toBe(200)
  expect(mostInRun * 200).toBe(campaign.count)
  expect(report.tally.counts['texts dearer by an emoji']).toBeGreaterThan(0)
  for (const what of everyPolicy) expect(report.tally.policy[what], what).toBeGreaterThan(0)
  const neverStruck = faultNames.filter((name) => !report.tally.struck[name])
  expect(neverStruck).toEqual([])
})
