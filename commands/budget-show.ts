import * as z from 'zod'
import { kinds } from '../functions/notification/kinds.ts'
import { askExplainer } from './ask-explainer.ts'
import type { JsonOption } from './options.ts'
import { print } from './print.ts'
import { findTarget, type TargetOptions } from './target.ts'

const Budget = z.object({ kind: z.enum(kinds), day: z.iso.date(), parts: z.number(), reserved: z.number() })
type Budget = z.infer<typeof Budget>

const barLength = 20

const describe = ({ kind, parts, reserved }: Budget): string => {
  const filled = Math.min(barLength, Math.ceil((reserved / parts) * barLength))
  const bar = `${'█'.repeat(filled)}${'·'.repeat(barLength - filled)}`
  return `${kind.padEnd(12)}  ${bar}  ${reserved} of ${parts} parts, ${Math.floor((reserved / parts) * 100)} %`
}

/** `heliograph budget show`: what each kind has spent of its budget today. */
export const budgetShow = async (options: TargetOptions & JsonOption): Promise<void> => {
  const budgets = await askExplainer(await findTarget(options), { about: 'budgets' }, z.array(Budget))
  print(budgets, [...new Set(budgets.map(({ day }) => day)), ...budgets.map(describe)], options)
}
