#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { addCarriersCommands } from './carriers/carriers-commands.ts'
import { exitCodes, exitCodesHelp } from './exit-codes.ts'
import { Failed, Misused } from './failed.ts'
import { type ForgetOptions, forget } from './forget/forget.ts'
import { addInterventionCommands } from './intervention/intervention-commands.ts'
import { addNetworkCommands } from './network/network-commands.ts'
import { addOperateCommands } from './operate/operate-commands.ts'
import { withExample, withParams, withTarget } from './options.ts'
import { addPermissionCommands } from './permission/permission-commands.ts'
import { addPolicyCommands } from './policy/policy-commands.ts'
import { refusalOf } from './refusal-of.ts'
import { type SendOptions, send } from './send.ts'
import { addTemplateCommands } from './template/template-commands.ts'

const program = new Command('heliograph')
  .description(
    'Sends, follows and cancels SMS notifications, shows what became of them, reviews their templates, says whom not to text, and forgets whom they were for.',
  )
  .addHelpText('after', `\n${exitCodesHelp}`)
  .exitOverride()

withExample(
  withParams(withTarget(program.command('send <template>'))),
  'heliograph send sign-in-code --to +14155550123 --param code=123456',
)
  .description(
    'Requests one notification and follows it to its outcome; exits with 0 only when it was delivered (marketing: accepted).',
  )
  .requiredOption('--to <number>', 'the recipient, in E.164, e.g. +14155550123')
  .option('--id <id>', 'the notificationId; without it a new one')
  .option('--locale <tag>', 'e.g. en-GB')
  .option('--time-zone <zone>', 'where the recipient is, e.g. Europe/Berlin')
  .option('--send-after <instant>', 'not before this instant, in ISO 8601')
  .option('--expires-at <instant>', 'of no use from this instant on, in ISO 8601')
  .option('--json', 'prints the status events as JSON, one a line')
  .action((template: string, options: SendOptions) => send(template, options))

addOperateCommands(program)
addInterventionCommands(program)
addTemplateCommands(program)
addPermissionCommands(program)
addPolicyCommands(program)

withExample(withTarget(program.command('forget')), 'heliograph forget --to +14155550123 --region us-east-1 --dry-run')
  .description(
    'Erases what is known of a person, by the number: number, parameters and text of every notification, and dead letters. It asks nothing, and says what it erased and what it cannot.',
  )
  .requiredOption('--to <number>', 'whom to forget, in E.164')
  .option('--dry-run', 'only says what would be erased')
  .action((options: ForgetOptions) => forget(options))

addCarriersCommands(program)
addNetworkCommands(program)

/** A program that asked for JSON gets what failed as JSON too; what is not written as it must be is for who wrote it. */
const tell = (error: Failed): void => {
  console.error(error.message)
  const isForProgram = process.argv.includes('--json') && !(error instanceof Misused)
  if (isForProgram) console.log(JSON.stringify({ code: error.code, problems: error.message.split('\n') }))
}

/** commander has said already what is not written as it must be. */
const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
  const failed = error instanceof Failed ? error : refusalOf(error)
  if (failed === undefined) throw error
  tell(failed)
  return failed instanceof Misused ? exitCodes.usage : exitCodes.refused
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}
