import { setTimeout } from 'node:timers/promises'
import { Failed } from './failed.ts'

const pauseMs = 250
const secondsToBeTaken = 60

/**
 * Looks at the records until they tell what became of an event.
 * @param otherwise what may have become of it, where they never do
 * @throws a sentence when nobody has taken it within a minute
 */
export const untilTaken = async <Answer>(look: () => Promise<Answer | undefined>, otherwise: string): Promise<Answer> => {
  const patience = Date.now() + secondsToBeTaken * 1000
  while (Date.now() < patience) {
    const answer = await look()
    if (answer !== undefined) return answer
    await setTimeout(pauseMs)
  }
  throw new Failed(`It was not taken within ${secondsToBeTaken} s: ${otherwise}, or the deployment is broken (its alarms do).`)
}
