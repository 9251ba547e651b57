import type { Command } from 'commander'
import { withExample } from '../options.ts'
import { type NetworkOptions, type ReplyOptions, replyAs, resetCarrier, scriptCarrier, showNetwork } from './network.ts'

const withUrl = (command: Command) =>
  command.option('--url <address>', 'of the carrier network, if not where `npm start` puts it')

const withPhone = (command: Command) => withUrl(command).option('--phone <number>', 'only for this phone, in E.164')

/** `heliograph network …`: the carrier network of this machine. */
export const addNetworkCommands = (program: Command): void => {
  const network = program.command('network').description('The carrier network of this machine, and the phones on it.')
  withExample(withUrl(network.command('show')), 'heliograph network show')
    .description('Shows what each carrier of this machine does, and what it has taken.')
    .action((options: NetworkOptions) => showNetwork(options))
  withExample(withPhone(network.command('script <carrier> <script>')), `heliograph network script sns '{"call":{"fate":"hang"}}'`)
    .description('Makes a carrier do something (docs/carrier-network.md).')
    .action((carrier: string, script: string, options: NetworkOptions) => scriptCarrier(carrier, script, options))
  withExample(withPhone(network.command('reset <carrier>')), 'heliograph network reset sns')
    .description('Lets a carrier do again what it does by default.')
    .action((carrier: string, options: NetworkOptions) => resetCarrier(carrier, options))
  withExample(withUrl(network.command('reply')), 'heliograph network reply --from +14155550123 --text STOP')
    .description('Lets a phone of this machine write back to the number that texted it last.')
    .requiredOption('--from <number>', 'whose phone, in E.164')
    .requiredOption('--text <words>', 'what they write, e.g. STOP, START or HELP')
    .action((options: ReplyOptions) => replyAs(options))
}
