import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Command, InvalidArgumentError } from 'commander'
import { readDeployed } from './core/deployed.ts'
import { chooseFaults, faultNames } from './faults/catalogue.ts'
import { type FaultName, Run } from './faults/fault.ts'
import { reportLines } from './report/print-report.ts'
import { replay } from './report/replay.ts'
import { runCampaign } from './report/run-campaign.ts'

const positive = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1 on.')
  return value
}

const seed = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('It must be a whole number.')
  return value
}

const faultsOf = (text: string): readonly FaultName[] => {
  const chosen = chooseFaults(text)
  if ('unknown' in chosen)
    throw new InvalidArgumentError(`There is no fault "${chosen.unknown}". There are: ${faultNames.join(', ')}.`)
  return chosen
}

const runOf = (text: string): Run => {
  try {
    return Run.parse(JSON.parse(text))
  } catch {
    throw new InvalidArgumentError('It must be a run as a report prints it.')
  }
}

interface Options {
  readonly count: number
  readonly seed: number
  readonly faults: readonly FaultName[]
  readonly processes: number
  readonly replay?: Run
  readonly json?: boolean
}

const command = new Command('simulate')
  .description('Sends notifications through the real code in virtual time, under faults, and judges what became of each.')
  .option('--count <number>', 'of notifications', positive, 100_000)
  .option('--seed <number>', 'the same seed gives the same report; without it a new one', seed, randomInt(2 ** 31))
  .option('--faults <names>', '"all", "none", or names by commas', faultsOf, faultNames)
  .option('--processes <number>', 'that share the work', positive, availableParallelism())
  .option('--replay <run>', 'tells the story of one run, as a report prints it')
  .option('--json', 'prints the report as JSON')
  .addHelpText('after', `\nExample:\n  npm run simulate -- --count 1000000 --seed 7\n\nFaults: ${faultNames.join(', ')}`)

/** On a terminal only, so that the output pipes. */
const showProgress = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}

const perSecond = (count: number, from: number) => Math.round((1000 * count) / (performance.now() - from)).toLocaleString('en-US')

const runAll = async ({ count, seed: base, faults, processes, json }: Options): Promise<boolean> => {
  const campaign = { seed: base, count, faults }
  const deployed = readDeployed()
  const from = performance.now()
  const report = await runCampaign(deployed, campaign, processes, (done, violations) =>
    showProgress(`${done} of ${count} notifications, ${perSecond(done, from)}/s, ${violations} violations`),
  )
  showProgress('')
  const { 'faults that struck': struck = 0 } = report.tally.counts
  const speed = `${perSecond(count, from)} notifications/s, ${perSecond(struck, from)} faults/s, ${processes} processes`
  console.log(json ? JSON.stringify(report) : [...reportLines(report), speed].join('\n'))
  return report.violations.length === 0
}

command.action(async (options: Options & { readonly replay?: string }) => {
  const isClean = options.replay
    ? (await replay(readDeployed(), runOf(options.replay), console.log)).length === 0
    : await runAll(options)
  process.exitCode = isClean ? 0 : 1
})

await command.parseAsync()
