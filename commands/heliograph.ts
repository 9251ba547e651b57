#!/usr/bin/env node
import { Command } from 'commander'
import { type CarriersOptions, resetCarrier, scriptCarrier, showCarriers } from './carriers.ts'
import { Failed } from './failed.ts'
import { type ForgetOptions, forget } from './forget.ts'
import { type SendOptions, send } from './send.ts'
import type { TargetOptions } from './target.ts'
import { templatePush } from './template-push.ts'

const program = new Command('heliograph').description(
  'Sends and follows SMS notifications, stores their templates, and forgets whom they were for.',
)

const withTarget = (command: Command) =>
  command
    .option('--profile <name>', "an AWS profile: the command is for that account's deployment, not for the one on this machine")
    .option('--region <name>', 'an AWS Region, likewise')
    .option('--stack <name>', 'the stack, if it is not called Heliograph (on this machine HeliographLocal)')

const parameter = (pair: string, before: Record<string, string> = {}): Record<string, string> => {
  const at = pair.indexOf('=')
  if (at < 1) throw new Failed('A --param is written name=value.')
  return { ...before, [pair.slice(0, at)]: pair.slice(at + 1) }
}

withTarget(program.command('send <template>'))
  .description('Requests one notification and follows it to its outcome; exits with 0 only when it was delivered.')
  .requiredOption('--to <number>', 'the recipient, in E.164, e.g. +14155550123')
  .option('--param <name=value>', 'a parameter of the template; may be given again', parameter, {})
  .option('--id <id>', 'the notificationId; without it a new one')
  .option('--locale <tag>', 'e.g. en-GB')
  .option('--json', 'prints the status events as JSON, one a line')
  .action((template: string, options: SendOptions) => send(template, options))

withTarget(program.command('template').description('The texts that may be sent.').command('push [folder]'))
  .description(
    'Stores the templates of a folder ("templates" by default); what has changed becomes the next version, current at once.',
  )
  .action((folder: string | undefined, options: TargetOptions) => templatePush(folder ?? 'templates', options))

withTarget(program.command('forget'))
  .description(
    'Erases what is known of a person, by the number: number, parameters and text of every notification, and dead letters. It asks nothing, and says what it erased and what it cannot.',
  )
  .requiredOption('--to <number>', 'whom to forget, in E.164')
  .option('--dry-run', 'only says what would be erased')
  .addHelpText('after', '\nExample:\n  heliograph forget --to +14155550123 --region us-east-1 --dry-run')
  .action((options: ForgetOptions) => forget(options))

const withNetwork = (command: Command) =>
  command
    .option('--url <address>', 'of the carrier network, if not where `npm start` puts it')
    .option('--phone <number>', 'only for this phone, in E.164')

const carriers = program
  .enablePositionalOptions()
  .command('carriers')
  .enablePositionalOptions()
  .description('The carrier network of this machine: shows what each carrier does.')
withNetwork(carriers).action((options: CarriersOptions) => showCarriers(options))
withNetwork(carriers.command('script <carrier> <script>'))
  .description('Makes a carrier do something, e.g. script sns \'{"call":{"fate":"hang"}}\' (docs/carrier-network.md).')
  .action((carrier: string, script: string, options: CarriersOptions) => scriptCarrier(carrier, script, options))
withNetwork(carriers.command('reset <carrier>'))
  .description('Lets a carrier do again what it does by default.')
  .action((carrier: string, options: CarriersOptions) => resetCarrier(carrier, options))

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof Failed)) throw error
  console.error(error.message)
  process.exitCode = 1
}
