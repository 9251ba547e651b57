import { Fault } from '../notification/fault.ts'
import type { Notification, Person } from '../notification/notification.ts'
import { planned } from '../notification/planned.ts'
import { type Budgets, budgetOf } from '../policy/budget/budget-of.ts'
import type { GatherFacts } from '../policy/gather-facts.ts'
import { type Judgement, judgePolicy } from '../policy/judge-policy.ts'
import { subjectFor } from '../policy/subject-for.ts'
import type { ReadBudget } from '../record/budget/read-budget.ts'

export interface Dependencies extends Budgets {
  readonly gatherFacts: GatherFacts
  readonly readBudget: ReadBudget
}

/** What policy says of a plan now. `send` asks again, and has the last word: what is read here may change before. */
export const askPolicy = async (
  { gatherFacts, readBudget, ...budgets }: Dependencies,
  notification: Notification,
  person: Person | undefined,
  now: Date,
): Promise<Judgement> => {
  if (person === undefined) throw new Fault(`${notification.notificationId} has nobody to ask about`)
  const { parts } = await readBudget(budgetOf(budgets, planned(notification).kind, now))
  const { facts } = await gatherFacts(subjectFor(notification, person), parts)
  return judgePolicy(facts, now)
}
