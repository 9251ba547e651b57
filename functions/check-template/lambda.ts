import { changeReview } from '../record/review/change-review.ts'
import { findReview } from '../record/review/find-review.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { createHandler } from './handler.ts'

const table = deployedTable()

export const handler = asLambda(
  createHandler({ findReview: findReview(table), changeReview: changeReview(table), now: () => new Date() }),
)
