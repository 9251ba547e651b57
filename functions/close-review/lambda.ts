import { changeReview } from '../record/change-review.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { createHandler } from './handler.ts'

export const handler = asLambda(createHandler({ changeReview: changeReview(deployedTable()), now: () => new Date() }))
