import type { Command } from 'commander'
import { exitCodesHelp } from './exit-codes.ts'
import { Misused } from './failed.ts'

export interface JsonOption {
  readonly json?: boolean
}

export interface ParamOption {
  /** As they were typed, by slot. */
  readonly param: Readonly<Record<string, string>>
}

/** Lets a command be for another deployment than the one that runs on this machine. */
export const withTarget = (command: Command) =>
  command
    .option('--profile <name>', "an AWS profile: the command is for that account's deployment, not for the one on this machine")
    .option('--region <name>', 'an AWS Region, likewise')
    .option('--stack <name>', 'the stack, if it is not called Heliograph (on this machine HeliographLocal)')

const parameter = (pair: string, before: Record<string, string> = {}): Record<string, string> => {
  const at = pair.indexOf('=')
  if (at < 1) throw new Misused('A --param is written name=value.')
  return { ...before, [pair.slice(0, at)]: pair.slice(at + 1) }
}

export const withParams = (command: Command) =>
  command.option(
    '--param <name=value>',
    "a parameter of the template, e.g. orderNo=4711, 'amount=49.90 EUR', or JSON; may be given again",
    parameter,
    {},
  )

export const withJson = (command: Command) => command.option('--json', 'prints JSON, for a program')

/** Ends a command's `--help`. */
export const withExample = (command: Command, example: string) =>
  command.addHelpText('after', `\nExample:\n  ${example}\n\n${exitCodesHelp}`)
