import { join } from 'node:path'
import { deployments } from '../../infra/deployments.ts'
import type { World } from '../../local/world.ts'
import { findCanaries, isExpected, told } from './canaries.ts'
import { canaryBook } from './canary-book.ts'
import { secretsOf } from './secrets-of.ts'
import { type Watched, whatWasWritten } from './what-was-written.ts'
import { keepStatusEvents } from './written-in-events.ts'

const folder = join(import.meta.dirname, '../../.local')

/** What a test needs to tell what it puts in, and to look where it went. */
export interface LeakWatch extends Watched {
  /** The file of the words that were put in. */
  readonly canaries: string
}

/** Begins to keep what a deployment says and what its tests put in. To be called before the first request. */
export const watchForLeaks = async ({ target, emulator }: World): Promise<LeakWatch> => {
  const book = canaryBook(join(folder, `canaries-${new URL(emulator.url).port}.jsonl`))
  book.open()
  book.remember('Heliograph Shop:', ...(await secretsOf(target.client))) // so begins every text of templates/
  return {
    target,
    stackName: deployments.local.stackName,
    statusEvents: await keepStatusEvents(target),
    emulatorLog: emulator.log,
    canaries: book.file,
  }
}

/**
 * Searches all that was written down for all that was put in.
 * @throws a list of what stands where docs/security.md lets no personal data be
 */
export const searchForLeaks = async (watch: LeakWatch): Promise<void> => {
  const book = canaryBook(watch.canaries)
  const leaks = findCanaries(book.words(), await whatWasWritten(watch)).filter((finding) => !isExpected(finding))
  if (leaks.length > 0) throw new Error(`Personal data or secrets were written down where they must not be:\n${told(leaks)}`)
  book.close()
}
