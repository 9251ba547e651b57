import { kinds } from '../../functions/notification/kinds.ts'
import { budgetDetailTypes } from '../../functions/publish/budget-event.ts'
import { carrierDetailTypes } from '../../functions/publish/carrier-event.ts'
import { permissionDetailTypes } from '../../functions/publish/permission-event.ts'
import { type StatusDetailType, statusDetailTypes, statusEventSource } from '../../functions/publish/status-event.ts'
import { templateDetailTypes } from '../../functions/publish/template-event.ts'
import { Misused } from '../failed.ts'

/** What is told of permissions, budgets, carriers and templates, and of no notification. */
export const otherDetailTypes = [
  ...permissionDetailTypes,
  ...Object.values(budgetDetailTypes),
  ...Object.values(carrierDetailTypes),
  ...templateDetailTypes,
]

/** What of the events somebody wants to see. */
export interface Wanted {
  readonly kind?: string
  readonly outcome?: string
}

const wordOf = (detailType: StatusDetailType): string => detailType.split(' ').at(-1)?.toLowerCase() ?? ''

/** Each event about a notification by the word that tells it from the others, e.g. "sent" or "delivered". */
const typesByWord = new Map(
  statusDetailTypes.filter((detailType) => detailType.startsWith('Notification ')).map((type) => [wordOf(type), type]),
)

/** What `--outcome` takes. */
export const outcomeWords = [...typesByWord.keys()]

/**
 * The events that are wanted, as EventBridge picks them; one kind or one outcome only notifications have.
 * @throws a sentence where there is no such kind or outcome
 */
export const eventPattern = ({ kind, outcome }: Wanted) => {
  const detailType = outcome === undefined ? undefined : typesByWord.get(outcome)
  if (outcome !== undefined && detailType === undefined) throw new Misused(`An outcome is one of ${outcomeWords.join(', ')}.`)
  if (kind !== undefined && !kinds.some((known) => known === kind)) throw new Misused(`A kind is one of ${kinds.join(', ')}.`)
  const others = kind === undefined ? otherDetailTypes : []
  return {
    source: [statusEventSource],
    'detail-type': detailType === undefined ? [...statusDetailTypes, ...others] : [detailType],
    ...(kind !== undefined && { detail: { kind: [kind] } }),
  }
}
