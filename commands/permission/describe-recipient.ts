import { scopes } from '../../functions/notification/kinds.ts'
import type { Consent, Recipient, Suppression } from '../../functions/recipient/recipient.ts'
import type { RecipientChange } from '../../functions/record/recipient/list-changes.ts'
import { forTerminal } from '../for-terminal.ts'

const when = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`

const told = ({ source, reason, by }: Pick<Suppression, 'source' | 'reason' | 'by'>) =>
  forTerminal(`by ${source}: ${reason}${by === undefined ? '' : ` (${by})`}`)

const describeWord = (scope: string, word: Suppression): string =>
  `${scope.padEnd(9)}  ${word.state.padEnd(10)}  ${when(word.at)}  ${told(word)}`

const describeConsent = ({ at, source, wording, via, by }: Consent): string =>
  `${'consent'.padEnd(9)}  ${'given'.padEnd(10)}  ${when(at)}  ${told({ source: via, reason: `${source}, wording ${wording}`, by })}`

const words = ({ suppressions }: Pick<Recipient, 'suppressions'>): string[] =>
  scopes.flatMap((scope) => {
    const word = suppressions[scope]
    return word ? [describeWord(scope, word)] : []
  })

/** What stands now: the last word on each scope. */
export const describeSuppressions = (recipient: Recipient): string[] => {
  const lines = words(recipient)
  return lines.length > 0 ? lines : ['Nothing is suppressed.']
}

export const describeConsentOf = ({ consent }: Recipient): string[] =>
  consent ? [describeConsent(consent)] : ['No consent is recorded: no marketing is sent.']

/** All that was ever said, the oldest first. */
export const describeHistory = (changes: readonly RecipientChange[]): string[] => {
  const lines = changes.flatMap((change) => [...words(change), ...(change.consent ? [describeConsent(change.consent)] : [])])
  return lines.length > 0 ? ['', 'history:', ...lines.map((line) => `  ${line}`)] : []
}
