import type { Command } from 'commander'
import { type JsonOption, withExample, withJson, withTarget } from '../options.ts'
import type { TargetOptions } from '../target.ts'
import { showHistory } from './history.ts'
import { showCarriers } from './show.ts'
import { type DrainOptions, drainCarrier, type RestoreOptions, restoreCarrier } from './steer.ts'

const reason = ['--reason <words>', 'why, in one line and without anybody’s number: it is told, and kept for the audit'] as const
const country = ['--country <code>', 'only for the numbers of this country, e.g. DE'] as const

/** `heliograph carriers …`: whom a deployment sends by, and whom it does not at present. */
export const addCarriersCommands = (program: Command): void => {
  const carriers = program.enablePositionalOptions().command('carriers').alias('carrier').enablePositionalOptions()
  withExample(withJson(withTarget(carriers)), 'heliograph carriers --region us-east-1')
    .description('Shows how each carrier of a deployment stands: what it sends, and whether somebody drained it.')
    .action((options: TargetOptions & JsonOption) => showCarriers(options))
  withExample(
    withJson(withTarget(carriers.command('drain <carrier>'))),
    "heliograph carriers drain twilio --country DE --for 2h --reason 'codes come late' --region us-east-1",
  )
    .description('Takes a carrier out: from the next decision on nothing is sent by it while another can be had.')
    .option(...country)
    .option('--for <time>', 'how long, e.g. 90m, 2h or 1d, at most 7d; then it ends by itself (default: 2h)')
    .requiredOption(...reason)
    .action((carrier: string, options: DrainOptions) => drainCarrier(carrier, options))
  withExample(
    withJson(withTarget(carriers.command('restore <carrier>'))),
    "heliograph carriers restore twilio --reason 'its status page is green' --region us-east-1",
  )
    .description('Lets a carrier that was drained be sent by again.')
    .option(...country)
    .requiredOption(...reason)
    .action((carrier: string, options: RestoreOptions) => restoreCarrier(carrier, options))
  withExample(withJson(withTarget(carriers.command('history'))), 'heliograph carriers history --region us-east-1')
    .description('Shows who drained and restored carriers, when and why: the latest hundred, the last one first.')
    .action((options: TargetOptions & JsonOption) => showHistory(options))
}
