import { changeDrains } from '../record/drains/change-drains.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { createHandler } from './handler.ts'

const { CARRIERS, ALLOWED_COUNTRIES } = environment(Variables.pick({ CARRIERS: true, ALLOWED_COUNTRIES: true }))
const table = deployedTable()

export const handler = asLambda(
  createHandler({
    changeDrains: changeDrains(table),
    carriers: CARRIERS,
    allowedCountries: ALLOWED_COUNTRIES,
    now: () => new Date(),
  }),
)
