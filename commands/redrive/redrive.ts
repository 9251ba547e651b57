import spinner from 'yocto-spinner'
import { hanging } from '../hanging.ts'
import type { JsonOption } from '../options.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { redriveExecutions } from './redrive-executions.ts'
import { redriveLetters } from './redrive-letters.ts'
import type { Redriven } from './redriven.ts'
import { verdict } from './verdict.ts'

export interface RedriveOptions extends TargetOptions, JsonOption {
  readonly dryRun?: boolean
}

const widths = { done: 8, where: 25 }

/** With its id where somebody may have to look for it. */
const linesOf = ({ where, id, what, done, why }: Redriven): string[] => {
  const indent = widths.done + widths.where + 4
  const head = `${done.padEnd(widths.done)}  ${where.padEnd(widths.where)}  `
  const words = why === undefined ? what : `${what}: ${why}${id === undefined ? '' : ` (${id})`}`
  return hanging(head, indent, words, process.stdout.columns)
}

/** `heliograph redrive`: what is left, failed again or could not be looked at is said with its reason. */
export const redrive = async ({ dryRun = false, json = false, ...options }: RedriveOptions): Promise<void> => {
  const target = await findTarget(options)
  const counts = { redriven: 0, 'would go': 0, left: 0, failed: 0, unseen: 0 }
  const waiting = process.stderr.isTTY ? spinner({ text: 'dead letters', stream: process.stderr }).start() : undefined
  const tell = (redriven: Redriven) => {
    counts[redriven.done] += 1
    waiting?.clear()
    console.log(json ? JSON.stringify(redriven) : linesOf(redriven).join('\n'))
  }
  const onLooked = (count: number, all: number) => {
    if (waiting) waiting.text = `${count.toLocaleString('en')} of ${all.toLocaleString('en')} executions looked at`
  }
  try {
    await redriveLetters(target, dryRun, tell)
    await redriveExecutions(target, { dryRun, now: new Date() }, tell, onLooked)
  } finally {
    waiting?.stop()
  }
  const { says, exitCode } = verdict(counts, dryRun)
  if (!json) console.log(says)
  process.exitCode = exitCode
}
