import { keepLevel } from '../record/budget/keep-level.ts'
import { readBudget } from '../record/budget/read-budget.ts'
import { changeNotification } from '../record/change-notification.ts'
import { readDrains } from '../record/drains/read-drains.ts'
import { readNotification } from '../record/read-notification.ts'
import { readPerson } from '../record/read-person.ts'
import { readTemplate } from '../record/read-template.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedPolicy } from '../runtime/deployed-policy.ts'
import { deployedRouting } from '../runtime/deployed-routing.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { createHandler } from './handler.ts'

const needed = Variables.pick({ ALLOWED_COUNTRIES: true, ONLY_TO: true, PRICES: true })
const { ALLOWED_COUNTRIES, ONLY_TO, PRICES } = environment(needed)
const table = deployedTable()

export const handler = asLambda(
  createHandler({
    ...deployedPolicy(table),
    readBudget: readBudget(table),
    readDrains: readDrains(table),
    readNotification: readNotification(table),
    readPerson: readPerson(table),
    readTemplate: readTemplate(table),
    changeNotification: changeNotification(table),
    keepLevel: keepLevel(table),
    numbers: { allowedCountries: ALLOWED_COUNTRIES, onlyTo: ONLY_TO },
    prices: PRICES,
    routing: deployedRouting(),
    now: () => new Date(),
  }),
)
