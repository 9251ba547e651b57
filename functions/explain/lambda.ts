import { readBudget } from '../record/budget/read-budget.ts'
import { listDrainChanges } from '../record/drains/list-drain-changes.ts'
import { readDrains } from '../record/drains/read-drains.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedPolicy } from '../runtime/deployed-policy.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { createHandler } from './handler.ts'

const { ALLOWED_COUNTRIES, ONLY_TO, CARRIERS } = environment(
  Variables.pick({ ALLOWED_COUNTRIES: true, ONLY_TO: true, CARRIERS: true }),
)
const table = deployedTable()

export const handler = asLambda(
  createHandler({
    ...deployedPolicy(table),
    readBudget: readBudget(table),
    readDrains: readDrains(table),
    listDrainChanges: listDrainChanges(table),
    carriers: CARRIERS,
    numbers: { allowedCountries: ALLOWED_COUNTRIES, onlyTo: ONLY_TO },
    now: () => new Date(),
  }),
)
