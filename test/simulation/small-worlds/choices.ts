import { receiptChoices } from './carriers.ts'
import type { Choice } from './choice.ts'
import { invocationChoices } from './invocation-choices.ts'
import type { Laws } from './laws.ts'
import { quietChoice } from './quiet-choice.ts'
import { wordChoices } from './words.ts'
import { workflowChoices } from './workflow-steps.ts'
import type { World } from './world.ts'

/** All that can happen next. */
export const choicesOf = (laws: Laws, world: World): readonly Choice[] => {
  const quiet = laws.isReduced ? quietChoice(laws, world) : undefined
  return quiet
    ? [quiet]
    : [
        ...invocationChoices(laws, world),
        ...workflowChoices(laws, world),
        ...receiptChoices(laws, world),
        ...wordChoices(laws, world),
      ]
}
