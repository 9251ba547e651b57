import type { Command } from 'commander'
import { kinds } from '../../functions/notification/kinds.ts'
import { doctor } from '../doctor/doctor.ts'
import { type FindOptions, find } from '../find/find.ts'
import { type JsonOption, withExample, withJson, withTarget } from '../options.ts'
import { type RedriveOptions, redrive } from '../redrive/redrive.ts'
import { type ShowOptions, show } from '../show/show.ts'
import { dimensions } from '../stats/counted.ts'
import { type StatsOptions, stats } from '../stats/stats.ts'
import type { TargetOptions } from '../target.ts'
import { outcomeWords } from '../watch/event-pattern.ts'
import { type WatchOptions, watch } from '../watch/watch.ts'

/** What the people on duty ask and do. */
export const addOperateCommands = (program: Command): void => {
  withExample(withJson(withTarget(program.command('show <id>'))), 'heliograph show shop-order-4711-shipped')
    .description('Shows what became of a notification: every decision, attempt, receipt and wait, with reasons and money.')
    .option('--reveal', 'shows number, parameters and text as well; that you looked is kept for good')
    .action((id: string, options: ShowOptions) => show(id, options))
  withExample(withJson(withTarget(program.command('find'))), 'heliograph find --to +14155550123 --since 7d')
    .description('Finds what was requested for a number, and what became of it. The number is never printed.')
    .requiredOption('--to <number>', 'whom it was for, in E.164')
    .option('--since <when>', 'so long ago, e.g. 90m, 24h or 7d, or an instant in ISO 8601', '24h')
    .action((options: FindOptions) => find(options))
  withExample(withJson(withTarget(program.command('watch'))), 'heliograph watch --kind verification --outcome undeliverable')
    .description(
      'Tells what becomes of notifications, and what is told of permissions, budgets, carriers and templates, as it happens, a line an event, until it is interrupted.',
    )
    .option('--kind <kind>', `only one of ${kinds.join(', ')}`)
    .option('--outcome <word>', `only one of ${outcomeWords.join(', ')}`)
    .action((options: WatchOptions) => watch(options))
  withExample(withJson(withTarget(program.command('stats'))), 'heliograph stats --since 1h --by carrier,kind')
    .description('Shows what became of the latest notifications, in figures; told apart by carrier, attempts are counted.')
    .option('--since <when>', 'so long ago, e.g. 90m, 24h or 7d, or an instant in ISO 8601', '1h')
    .option('--by <dimensions>', `by what to tell them apart: of ${dimensions.join(', ')}, joined by commas`, 'kind')
    .action((options: StatsOptions) => stats(options))
  withExample(withJson(withTarget(program.command('redrive'))), 'heliograph redrive --dry-run')
    .description('Brings dead letters back to whoever takes them, and goes on with failed executions that left no outcome.')
    .option('--dry-run', 'only says what would go, and what would be left for a person')
    .action((options: RedriveOptions) => redrive(options))
  withExample(withJson(withTarget(program.command('doctor'))), 'heliograph doctor --region us-east-1')
    .description('Checks an account and its deployment before texts go out: says what is wrong, and what to do about it.')
    .action((options: TargetOptions & JsonOption) => doctor(options))
}
