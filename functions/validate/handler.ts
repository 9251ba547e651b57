import * as z from 'zod'
import type { Next } from '../notification/next.ts'
import { type Notification, NotificationId } from '../notification/notification.ts'
import { personErased } from '../notification/person-erased.ts'
import type { Routing } from '../notification/routing.ts'
import type { ChangeNotification } from '../record/change-notification.ts'
import type { ReadNotification } from '../record/read-notification.ts'
import type { ReadPerson } from '../record/read-person.ts'
import type { ReadTemplate } from '../record/read-template.ts'
import type { PriceList } from '../text/price-of.ts'
import { decideNext } from './decide-next.ts'
import type { NumberPolicy } from './judge-number.ts'
import { judgeAgain, makePlan, type Planned, type Refused } from './make-plan.ts'

export interface Dependencies {
  readonly readNotification: ReadNotification
  readonly readPerson: ReadPerson
  readonly readTemplate: ReadTemplate
  readonly changeNotification: ChangeNotification
  readonly numbers: NumberPolicy
  readonly prices: PriceList
  readonly routing: Routing
  readonly now: () => Date
}

const Input = z.object({ notificationId: NotificationId })

const judge = async (dependencies: Dependencies, notification: Notification): Promise<Planned | Refused | undefined> => {
  const { readPerson, readTemplate, numbers, prices, routing } = dependencies
  const person = await readPerson(notification.notificationId)
  if (person === undefined) return personErased(notification)
  if (notification.plan !== undefined) return judgeAgain(notification, person, { numbers, routing })
  const template = await readTemplate(notification.template)
  return makePlan(notification, person, template, { numbers, prices, routing })
}

/** Judges the request, keeps the plan and its text, and decides whether and by whom it is sent. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (input: unknown): Promise<Next> => {
    const { notificationId } = Input.parse(input)
    const { readNotification, changeNotification, routing, now } = dependencies
    const notification = await readNotification(notificationId)
    const made = await judge(dependencies, notification)
    const { answer } = await changeNotification(notificationId, (current) => decideNext(current, made, routing, now()))
    return answer
  }
