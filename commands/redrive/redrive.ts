import { exitCodes } from '../exit-codes.ts'
import { hanging } from '../hanging.ts'
import type { JsonOption } from '../options.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { redriveExecutions } from './redrive-executions.ts'
import { redriveLetters } from './redrive-letters.ts'
import type { Redriven } from './redriven.ts'

export interface RedriveOptions extends TargetOptions, JsonOption {
  readonly dryRun?: boolean
}

const widths = { done: 8, where: 18 }

/** With its id where somebody may have to look for it. */
const linesOf = ({ where, id, what, done, why }: Redriven): string[] => {
  const indent = widths.done + widths.where + 4
  const head = `${done.padEnd(widths.done)}  ${where.padEnd(widths.where)}  `
  const words = why === undefined ? what : `${what}: ${why} (${id})`
  return hanging(head, indent, words, process.stdout.columns)
}

/** `heliograph redrive`: exit code 1 where something failed again. What is left needs a person, and is said with its reason. */
export const redrive = async ({ dryRun = false, json = false, ...options }: RedriveOptions): Promise<void> => {
  const target = await findTarget(options)
  const counts = { redriven: 0, 'would go': 0, left: 0, failed: 0 }
  const tell = (redriven: Redriven) => {
    counts[redriven.done] += 1
    console.log(json ? JSON.stringify(redriven) : linesOf(redriven).join('\n'))
  }
  await redriveLetters(target, dryRun, tell)
  for await (const redriven of redriveExecutions(target, dryRun, new Date())) tell(redriven)
  const { redriven, left, failed } = counts
  if (!json)
    console.log(
      dryRun
        ? `Nothing is changed. ${counts['would go']} would go, ${left} would be left.`
        : `${redriven} redriven, ${left} left, ${failed} failed again.`,
    )
  if (failed > 0) process.exitCode = exitCodes.refused
}
