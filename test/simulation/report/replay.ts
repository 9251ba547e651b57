import { simulate, start } from '../core/simulate.ts'
import type { Deployed } from '../core/world.ts'
import type { Run } from '../faults/fault.ts'
import { type Violation, violations } from '../judge/violations.ts'

const clock = (seconds: number) => {
  const at = new Date(start + seconds * 1000).toISOString()
  return seconds < 86_400 ? at.slice(11, 23) : `${at.slice(0, 10)} ${at.slice(11, 19)}`
}

/** Goes through a run and tells each notification's story, step by step. */
export const replay = async (deployed: Deployed, run: Run, print: (line: string) => void): Promise<readonly Violation[]> => {
  for (const fault of run.faults) print(`fault: ${JSON.stringify(fault)}`)
  const isOne = run.notifications.length === 1
  const simulated = await simulate(deployed, run, (of, seconds, line) =>
    print(`${clock(seconds)}  ${isOne ? '' : `${of}  `}${line}`),
  )
  const found = violations(simulated)
  for (const { check, of, says } of found) print(`${check}: notification ${of}: ${says}`)
  if (found.length === 0) print('No violation.')
  return found
}
