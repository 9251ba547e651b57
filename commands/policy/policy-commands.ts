import type { Command } from 'commander'
import { kinds } from '../../functions/notification/kinds.ts'
import { type JsonOption, withExample, withJson, withTarget } from '../options.ts'
import type { TargetOptions } from '../target.ts'
import { budgetShow } from './budget-show.ts'
import { type ExplainOptions, explain } from './explain.ts'

export const addPolicyCommands = (program: Command): void => {
  withExample(
    withJson(withTarget(program.command('explain'))),
    'heliograph explain --to +14155550123 --kind marketing --at 2026-11-24T03:00:00Z',
  )
    .description('Says what each rule of policy would answer for a text, without sending one.')
    .requiredOption('--to <number>', 'whom it would be for, in E.164')
    .requiredOption('--kind <kind>', `one of ${kinds.join(', ')}`)
    .option('--at <instant>', 'when, in ISO 8601; without it now')
    .option('--time-zone <zone>', 'where the recipient is, e.g. Europe/Berlin')
    .option('--send-after <instant>', 'not before this instant, in ISO 8601')
    .option('--parts <number>', 'how many parts it has')
    .action((options: ExplainOptions) => explain(options))

  const budget = program.command('budget').description('What each kind may spend in a day.')
  withExample(withJson(withTarget(budget.command('show'))), 'heliograph budget show')
    .description('Shows what each kind has spent of its budget today, in parts.')
    .action((options: TargetOptions & JsonOption) => budgetShow(options))
}
