import { readPerson } from '../record/read-person.ts'
import { keepReveal } from '../record/reveals.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { createHandler } from './handler.ts'

const table = deployedTable()

export const handler = asLambda(
  createHandler({ readPerson: readPerson(table), keepReveal: keepReveal(table), now: () => new Date() }),
)
