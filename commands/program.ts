import { Command } from 'commander'
import { addCarriersCommands } from './carriers/carriers-commands.ts'
import { exitCodesHelp } from './exit-codes.ts'
import { type ForgetOptions, forget } from './forget/forget.ts'
import { addInterventionCommands } from './intervention/intervention-commands.ts'
import { addNetworkCommands } from './network/network-commands.ts'
import { addOperateCommands } from './operate/operate-commands.ts'
import { withExample, withParams, withTarget } from './options.ts'
import { addPermissionCommands } from './permission/permission-commands.ts'
import { addPolicyCommands } from './policy/policy-commands.ts'
import { type SendOptions, send } from './send.ts'
import { addTemplateCommands } from './template/template-commands.ts'

/** All that `heliograph` can be asked. It throws a CommanderError for what is not written as it must be, and for help. */
export const program = new Command('heliograph')
  .description(
    'Sends, follows and cancels SMS notifications, reviews their templates, says whom not to text, and forgets whom they were for. To the people on duty it shows what became of each, live and in figures; it drains carriers, brings back what failed, and checks an account.',
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
