import type { Command } from 'commander'
import { withExample } from '../options.ts'
import { type CarriersOptions, type ReplyOptions, replyAs, resetCarrier, scriptCarrier, showCarriers } from './carriers.ts'

const withNetwork = (command: Command) =>
  command
    .option('--url <address>', 'of the carrier network, if not where `npm start` puts it')
    .option('--phone <number>', 'only for this phone, in E.164')

/** `heliograph carriers …`: the carrier network of this machine. */
export const addCarriersCommands = (program: Command): void => {
  const carriers = program
    .enablePositionalOptions()
    .command('carriers')
    .enablePositionalOptions()
    .description('The carrier network of this machine: shows what each carrier does.')
  withExample(withNetwork(carriers), 'heliograph carriers').action((options: CarriersOptions) => showCarriers(options))
  withExample(
    withNetwork(carriers.command('script <carrier> <script>')),
    `heliograph carriers script sns '{"call":{"fate":"hang"}}'`,
  )
    .description('Makes a carrier do something (docs/carrier-network.md).')
    .action((carrier: string, script: string, options: CarriersOptions) => scriptCarrier(carrier, script, options))
  withExample(withNetwork(carriers.command('reset <carrier>')), 'heliograph carriers reset sns')
    .description('Lets a carrier do again what it does by default.')
    .action((carrier: string, options: CarriersOptions) => resetCarrier(carrier, options))
  withExample(carriers.command('reply'), 'heliograph carriers reply --from +14155550123 --text STOP')
    .description('Lets a phone of this machine write back to the number that texted it last.')
    .requiredOption('--from <number>', 'whose phone, in E.164')
    .requiredOption('--text <words>', 'what they write, e.g. STOP, START or HELP')
    .option('--url <address>', 'of the carrier network, if not where `npm start` puts it')
    .action((options: ReplyOptions) => replyAs(options))
}
