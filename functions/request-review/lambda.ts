import { SFNClient } from '@aws-sdk/client-sfn'
import { changeReview } from '../record/review/change-review.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { settleReview } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

export const handler = asLambda(
  createHandler({ changeReview: changeReview(deployedTable()), settleReview: settleReview(new SFNClient()) }),
)
