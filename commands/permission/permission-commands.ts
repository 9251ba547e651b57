import type { Command } from 'commander'
import { ConsentRecorded, SuppressRecipient } from '../../functions/permit/permission-events.ts'
import { type JsonOption, withExample, withJson, withTarget } from '../options.ts'
import type { TargetOptions } from '../target.ts'
import { consentShow } from './consent-show.ts'
import { importRows } from './import-rows.ts'
import { type SuppressOptions, suppressAdd, suppressLift } from './suppress.ts'
import { type SuppressListOptions, suppressExport, suppressList } from './suppress-list.ts'

type ReadOptions = TargetOptions & JsonOption

const to = ['--to <number>', 'whom it is about, in E.164'] as const
const scope = ['--scope <scope>', 'all, or marketing alone', 'all'] as const
const reason = ['--reason <words>', 'why, in few words; they are kept for the audit'] as const

const suppressions = {
  detailType: 'Suppress Recipient',
  schema: SuppressRecipient,
  columns: ['to', 'scope', 'reason', 'at'],
  needed: ['at'],
}
const consents = {
  detailType: 'Consent Recorded',
  schema: ConsentRecorded,
  columns: ['to', 'source', 'at', 'wording'],
  needed: [],
}

const withWord = (command: Command) =>
  withJson(withTarget(command))
    .requiredOption(...to)
    .option(...scope)
    .requiredOption(...reason)

const addSuppressCommands = (program: Command): void => {
  const suppress = program.command('suppress').description('Says whom not to text, and shows who is not texted.')
  withExample(withWord(suppress.command('add')), 'heliograph suppress add --to +14155550123 --reason complaint')
    .description('Stops texts to a number, and ends when that holds.')
    .action((options: SuppressOptions) => suppressAdd(options))
  withExample(withWord(suppress.command('lift')), "heliograph suppress lift --to +14155550123 --reason 'asked by phone'")
    .description('Lets texts to a number go again, and ends when that holds.')
    .action((options: SuppressOptions) => suppressLift(options))
  withExample(withJson(withTarget(suppress.command('list'))), 'heliograph suppress list --to +14155550123')
    .description('Shows who is suppressed, by the hash of the number; or what stands for one number, and how it came about.')
    .option(...to)
    .action((options: SuppressListOptions) => suppressList(options))
  withExample(
    withJson(withTarget(suppress.command('import <file>'))),
    'heliograph suppress import opted-out.csv --region us-east-1',
  )
    .description('Stops texts to the numbers of a CSV file with the columns to, scope, reason, at. It may be run again.')
    .action((file: string, options: ReadOptions) => importRows(file, suppressions, options))
  withExample(withJson(withTarget(suppress.command('export'))), 'heliograph suppress export > suppressed.csv')
    .description('Writes who is suppressed as CSV, by the hash of the number: numbers are not kept.')
    .action((options: ReadOptions) => suppressExport(options))
}

const addConsentCommands = (program: Command): void => {
  const consent = program.command('consent').description('Records and shows who has agreed to marketing.')
  withExample(withJson(withTarget(consent.command('import <file>'))), 'heliograph consent import consents.csv --region us-east-1')
    .description('Records the consents of a CSV file with the columns to, source, at, wording. It may be run again.')
    .action((file: string, options: ReadOptions) => importRows(file, consents, options))
  withExample(withJson(withTarget(consent.command('show'))), 'heliograph consent show --to +14155550123')
    .description('Shows whether a number has agreed to marketing, to which words, and how that came about.')
    .requiredOption(...to)
    .action((options: ReadOptions & { readonly to: string }) => consentShow(options))
}

/** `heliograph suppress …` and `heliograph consent …`: whom to text. */
export const addPermissionCommands = (program: Command): void => {
  addSuppressCommands(program)
  addConsentCommands(program)
}
