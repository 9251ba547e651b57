import { scopes } from '../../functions/notification/kinds.ts'
import type { Suppression } from '../../functions/recipient/recipient.ts'
import { listSuppressed } from '../../functions/record/recipient/list-suppressed.ts'
import { assertNumber } from '../assert-number.ts'
import { forTerminal } from '../for-terminal.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { describeHistory, describeSuppressions } from './describe-recipient.ts'
import { knownOf } from './known-of.ts'

export interface SuppressListOptions extends TargetOptions, JsonOption {
  readonly to?: string
}

/** A suppression that stands: of whom, by the keyed hash alone, for no number is kept. */
export interface Standing extends Omit<Suppression, 'state'> {
  readonly recipientHash: string
  readonly scope: string
}

async function* standing(options: TargetOptions): AsyncGenerator<Standing> {
  for await (const { recipientHash, suppressions } of listSuppressed(tableOf(await findTarget(options))))
    for (const scope of scopes) {
      const word = suppressions[scope]
      if (word?.state !== 'suppressed') continue
      const { state: _, ...said } = word
      yield { recipientHash, scope, ...said }
    }
}

const lineOf = ({ recipientHash, scope, at, source, reason, by }: Standing): string =>
  forTerminal([recipientHash, scope.padEnd(9), at, `${source}: ${reason}`, by ?? ''].join('  ').trimEnd())

const listOne = async (to: string, options: SuppressListOptions): Promise<void> => {
  assertNumber(to)
  const known = await knownOf(await findTarget(options), to)
  const [recipient, changes] = await Promise.all([known.now(), known.changes()])
  const { suppressions } = recipient
  print({ suppressions, history: changes }, [...describeSuppressions(recipient), ...describeHistory(changes)], options)
}

/** `heliograph suppress list`: everybody who is suppressed, by hash; with `--to`, what stands for one number and how it came about. */
export const suppressList = async ({ to, ...options }: SuppressListOptions): Promise<void> => {
  if (to !== undefined) return listOne(to, options)
  for await (const one of standing(options)) console.log(options.json ? JSON.stringify(one) : lineOf(one))
}

const columns = ['recipientHash', 'scope', 'at', 'source', 'reason', 'by'] as const

/** Source: RFC 4180, section 2 */
const cell = (value = '') => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** `heliograph suppress export`: the same as CSV, on standard output. */
export const suppressExport = async (options: TargetOptions & JsonOption): Promise<void> => {
  if (!options.json) console.log(columns.join(','))
  for await (const one of standing(options))
    console.log(options.json ? JSON.stringify(one) : columns.map((column) => cell(one[column])).join(','))
}
