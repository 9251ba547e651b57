import { aPermissionEvent, permissions } from '../../builders/a-permission-event.ts'
import { aCancelEvent, aConfirmEvent } from '../../builders/an-intervention-event.ts'
import type { Choice } from './choice.ts'
import { begun } from './invocations.ts'
import type { Laws } from './laws.ts'
import type { FunctionName } from './place.ts'
import type { Budget, World } from './world.ts'

/** What may be said at any moment, and which function takes it from its queue. */
interface Word {
  readonly what: keyof Budget
  readonly said: string
  readonly function: FunctionName
  readonly body: string
}

const { scope: _, ...stop } = permissions['Suppress Recipient']

const wordsFor = (kind: string): readonly Word[] => [
  {
    what: 'optOuts',
    said: 'the recipient opts out',
    function: 'permit',
    body: aPermissionEvent('Suppress Recipient', { ...stop, scope: kind === 'marketing' ? 'marketing' : 'all' }),
  },
  { what: 'cancellations', said: 'the requester cancels it', function: 'intervene', body: aCancelEvent() },
  { what: 'confirmations', said: 'the requester says that the recipient acted', function: 'intervene', body: aConfirmEvent() },
]

/** Somebody says something, whenever they like. */
export const wordChoices = (laws: Laws, world: World): Choice[] =>
  wordsFor(laws.kind)
    .filter(({ what }) => world.left[what] > 0)
    .map(({ what, said, function: name, body }) => ({
      said: () => said,
      next: () => {
        const left = { ...world.left, [what]: world.left[what] - 1 }
        return begun(laws, { ...world, left }, { function: name, payload: { messageId: what, body } }, 'rule')
      },
    }))
