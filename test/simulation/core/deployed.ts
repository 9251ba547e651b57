import { functionsOf, synthesise } from '../../infra/synthesise.ts'
import { type StepName, steps } from '../faults/fault.ts'
import { deployedDefinition } from '../workflow/deployed-definition.ts'
import type { Deployed } from './world.ts'

/** What AWS would get: the workflow's definition, and the timeout of each function. */
export const readDeployed = (): Deployed => {
  const functions = functionsOf(synthesise({ deployment: 'production' }))
  const timeoutOf = (step: StepName): [StepName, number] => {
    const found = functions.find(({ folder }) => folder === step)
    if (found === undefined) throw new Error(`no function is called ${step}`)
    return [step, found.Timeout]
  }
  return { definition: deployedDefinition(), timeouts: Object.fromEntries(steps.map(timeoutOf)) as Deployed['timeouts'] }
}
