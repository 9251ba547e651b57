import * as z from 'zod'
import type { Next } from '../notification/next.ts'
import { type Notification, NotificationId, type Person } from '../notification/notification.ts'
import { personErased } from '../notification/person-erased.ts'
import type { Routing } from '../notification/routing.ts'
import { budgetOf } from '../policy/budget/budget-of.ts'
import type { KeepLevel } from '../record/budget/keep-level.ts'
import type { ChangeNotification } from '../record/change-notification.ts'
import type { ReadDrains } from '../record/drains/read-drains.ts'
import type { ReadNotification } from '../record/read-notification.ts'
import type { ReadPerson } from '../record/read-person.ts'
import type { ReadTemplate } from '../record/read-template.ts'
import type { PriceList } from '../text/price-of.ts'
import { type Dependencies as Asking, askPolicy } from './ask-policy.ts'
import { decideNext } from './decide-next.ts'
import type { NumberPolicy } from './judge-number.ts'
import { judgeAgain, makePlan, type Planned, type Refused } from './make-plan.ts'

export interface Dependencies extends Asking {
  readonly readDrains: ReadDrains
  readonly readNotification: ReadNotification
  readonly readPerson: ReadPerson
  readonly readTemplate: ReadTemplate
  readonly changeNotification: ChangeNotification
  readonly keepLevel: KeepLevel
  readonly numbers: NumberPolicy
  readonly prices: PriceList
  readonly routing: Routing
  readonly now: () => Date
}

const Input = z.object({ notificationId: NotificationId })

const judge = async (
  dependencies: Dependencies,
  notification: Notification,
  person: Person,
): Promise<Planned | Refused | undefined> => {
  const { readTemplate, numbers, prices, routing } = dependencies
  if (notification.plan !== undefined) return judgeAgain(notification, person, { numbers, routing })
  const template = await readTemplate(notification.template)
  return makePlan(notification, person, template, { numbers, prices, routing })
}

/** Keeps for whoever is told that a budget is spent: `send` learns of it only where several are armed at once. */
const tellOfBudget = async ({ keepLevel, now, ...budgets }: Dependencies, { kind, policy }: Notification) => {
  const last = policy?.at(-1)
  if (kind === undefined || last?.rule !== 'budget' || last.decision !== 'stop') return
  const at = now()
  await keepLevel({ ...budgetOf(budgets, kind, at), level: 100, at: at.toISOString() })
}

/** Judges the request, keeps the plan and its text, and decides whether, when and by whom it is sent. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (input: unknown): Promise<Next> => {
    const { notificationId } = Input.parse(input)
    const { readNotification, readPerson, readDrains, changeNotification, routing, now } = dependencies
    const notification = await readNotification(notificationId)
    const person = await readPerson(notificationId)
    const made = person ? await judge(dependencies, notification, person) : personErased(notification)
    const ask = (current: Notification) => askPolicy(dependencies, current, person, now())
    const decided = await changeNotification(notificationId, async (current) =>
      decideNext(current, made, ask, { ...routing, drains: await readDrains() }, now()),
    )
    if (notification.outcome === undefined) await tellOfBudget(dependencies, decided.notification)
    return decided.answer
  }
