import { changeNotification } from '../record/change-notification.ts'
import { readNotification } from '../record/read-notification.ts'
import { readPerson } from '../record/read-person.ts'
import { readTemplate } from '../record/read-template.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { createHandler } from './handler.ts'

const needed = Variables.pick({
  ALLOWED_COUNTRIES: true,
  ONLY_TO: true,
  CARRIERS: true,
  RECEIPT_SECONDS: true,
  RECEIPT_WAIT_SECONDS: true,
  SHORTEST_WAIT: true,
})
const { ALLOWED_COUNTRIES, ONLY_TO, CARRIERS, RECEIPT_SECONDS, RECEIPT_WAIT_SECONDS, SHORTEST_WAIT } = environment(needed)
const table = deployedTable()

export const handler = asLambda(
  createHandler({
    readNotification: readNotification(table),
    readPerson: readPerson(table),
    readTemplate: readTemplate(table),
    changeNotification: changeNotification(table),
    numbers: { allowedCountries: ALLOWED_COUNTRIES, onlyTo: ONLY_TO },
    routing: {
      carriers: CARRIERS,
      waits: { receiptSeconds: RECEIPT_SECONDS, byKind: RECEIPT_WAIT_SECONDS, shortest: SHORTEST_WAIT },
    },
    now: () => new Date(),
  }),
)
