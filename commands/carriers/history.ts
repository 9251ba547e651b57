import * as z from 'zod'
import { DrainChange } from '../../functions/steering/drain-change.ts'
import type { JsonOption } from '../options.ts'
import { askExplainer } from '../policy/ask-explainer.ts'
import { print } from '../print.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { describeChange } from './describe-drain.ts'

const most = 100

/** `heliograph carriers history`: who drained and restored, when and why, the latest first. */
export const showHistory = async (options: TargetOptions & JsonOption): Promise<void> => {
  const changes = await askExplainer(await findTarget(options), { about: 'drains', most }, z.array(DrainChange))
  print(changes, changes.length > 0 ? changes.map(describeChange) : ['Nobody has drained a carrier yet.'], options)
}
