import type { Command } from 'commander'
import { withExample, withJson, withTarget } from '../options.ts'
import { type CancelOptions, cancelNotification, confirmNotification, type InterventionOptions } from './step-in.ts'

/** `heliograph cancel …` and `heliograph confirm …`: what ends a notification before its time. */
export const addInterventionCommands = (program: Command): void => {
  withExample(
    withJson(withTarget(program.command('cancel <id>'))),
    'heliograph cancel shop-order-4711-shipped --reason order-withdrawn',
  )
    .description(
      'Cancels a notification, also one that nobody has requested yet; exits with 1 when it came late, since a text may have been sent.',
    )
    .option('--reason <code>', 'why: lower-case words joined by dashes, without digits; the status event tells it')
    .action((id: string, options: CancelOptions) => cancelNotification(id, options))
  withExample(withJson(withTarget(program.command('confirm <id>'))), 'heliograph confirm shop-sign-in-4711')
    .description('Says that the recipient acted, which ends the wait and every fall back; exits with 1 when it had ended before.')
    .action((id: string, options: InterventionOptions) => confirmNotification(id, options))
}
