import * as z from 'zod'
import { kinds } from '../../functions/notification/kinds.ts'
import type { JsonOption } from '../options.ts'
import { bar } from '../plot.ts'
import { print } from '../print.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { askExplainer } from './ask-explainer.ts'

const Budget = z.object({
  kind: z.enum(kinds),
  day: z.iso.date(),
  parts: z.number(),
  reserved: z.object({ parts: z.number(), microUsd: z.number() }),
})
type Budget = z.infer<typeof Budget>

/** As far as prices are known. */
const dollars = (microUsd: number) => (microUsd > 0 ? `, ${(microUsd / 1_000_000).toFixed(2)} USD` : '')

const describe = ({ kind, parts, reserved }: Budget): string => {
  const share = reserved.parts / parts
  return `${kind.padEnd(12)}  ${bar(share)}  ${reserved.parts} of ${parts} parts, ${Math.floor(share * 100)} %${dollars(reserved.microUsd)}`
}

/** `heliograph budget show`: what each kind has spent of its budget today. */
export const budgetShow = async (options: TargetOptions & JsonOption): Promise<void> => {
  const budgets = await askExplainer(await findTarget(options), { about: 'budgets' }, z.array(Budget))
  print(budgets, [...new Set(budgets.map(({ day }) => day)), ...budgets.map(describe)], options)
}
