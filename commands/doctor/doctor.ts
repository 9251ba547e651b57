import { exitCodes } from '../exit-codes.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { refusalOf } from '../refusal-of.ts'
import { findTarget, type Target, type TargetOptions } from '../target.ts'
import { callbacks } from './checks/callbacks.ts'
import { clocks } from './checks/clocks.ts'
import { concurrency } from './checks/concurrency.ts'
import { deadLetters } from './checks/dead-letters.ts'
import { deliveryLogging } from './checks/delivery-logging.ts'
import { onDuty } from './checks/on-duty.ts'
import { sandbox } from './checks/sandbox.ts'
import { secrets } from './checks/secrets.ts'
import { senders } from './checks/senders.ts'
import { spendLimit } from './checks/spend-limit.ts'
import { templates } from './checks/templates.ts'
import { describeFindings } from './describe-findings.ts'
import { type Check, type Finding, type Found, unknown } from './finding.ts'

/** In the order in which a text would meet what they look at. */
const checks: readonly Check[] = [
  clocks,
  secrets,
  templates,
  concurrency,
  sandbox,
  spendLimit,
  senders,
  deliveryLogging,
  callbacks,
  deadLetters,
  onDuty,
]

/** What cannot be asked is unknown: one right that is missing must not hide what the others would find. */
const couldNotAsk = (error: unknown, { client }: Target): Finding => {
  const refusal = refusalOf(error)
  if (refusal === undefined) throw error
  return client.endpoint === undefined
    ? unknown(refusal.message, 'Run it by a profile that may ask, or look in the console.')
    : unknown('Nothing on this machine can tell.', 'Ask the account before texts go out: name it by --profile or --region.')
}

const looked = async ({ name, look }: Check, target: Target): Promise<Found> => {
  const finding = await look(target).catch((error: unknown) => couldNotAsk(error, target))
  return { check: name, ...finding }
}

/** `heliograph doctor`: exit code 1 where there is a fault. What could not be asked is said, and is no reason to fail. */
export const doctor = async (options: TargetOptions & JsonOption): Promise<void> => {
  const target = await findTarget(options)
  const found = await Promise.all(checks.map((check) => looked(check, target)))
  print(found, describeFindings(found, process.stdout.columns), options)
  if (found.some(({ state }) => state === 'fault')) process.exitCode = exitCodes.refused
}
