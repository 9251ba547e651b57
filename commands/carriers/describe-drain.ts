import type { Drain } from '../../functions/steering/drain.ts'
import type { DrainChange } from '../../functions/steering/drain-change.ts'
import { instant } from '../timeline/happening.ts'

/** "Operator/ada" of "arn:aws:sts::111122223333:assumed-role/Operator/ada" */
const nameIn = (arn: string) => arn.slice(arn.lastIndexOf(':') + 1).replace(/^(assumed-role|user)\//, '')

const where = (country: string | undefined) => (country === undefined ? 'everywhere' : `in ${country}`)

/** One drain on one line. */
export const describeDrain = ({ country, until, reason, by, from }: Drain): string =>
  `drained ${where(country)} until ${instant(until)}: ${reason} (${nameIn(by)}, ${instant(from)})`

/** One word of the audit on one line. */
export const describeChange = ({ action, carrier, country, until, reason, by, recordedAt }: DrainChange): string => {
  const done = action === 'drain' ? `drained ${where(country)} until ${until && instant(until)}` : `restored ${where(country)}`
  return `${instant(recordedAt)}  ${carrier}  ${done}: ${reason} (${nameIn(by)})`
}
