import { exitCodes } from '../exit-codes.ts'
import type { Redriven } from './redriven.ts'

/** How much came to what. */
export type Counts = Readonly<Record<Redriven['done'], number>>

/** The last line, and the exit code: 1 where something failed again or could not be looked at. What is left needs a person. */
export const verdict = (counts: Counts, dryRun: boolean): { readonly says: string; readonly exitCode: number } => {
  const { redriven, left, failed, unseen } = counts
  const said = dryRun
    ? `Nothing is changed. ${counts['would go']} would go, ${left} would be left`
    : `${redriven} redriven, ${left} left, ${failed} failed again`
  return {
    says: `${said}${unseen > 0 ? `; ${unseen} could not be looked at, or not wholly` : ''}.`,
    exitCode: failed + unseen > 0 ? exitCodes.refused : exitCodes.fine,
  }
}
