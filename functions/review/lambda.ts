import { SFNClient } from '@aws-sdk/client-sfn'
import { readTemplate } from '../record/read-template.ts'
import { changeReview } from '../record/review/change-review.ts'
import { listVersions } from '../record/review/list-reviews.ts'
import { storeDraft } from '../record/review/store-draft.ts'
import { startExecution } from '../request/start-workflow.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { settleReview } from '../settle/settle.ts'
import { executionNameOf } from '../template/review/execution-name.ts'
import { createHandler } from './handler.ts'

const { WORKFLOW_ARN, APPROVER_ROLES } = environment(Variables.pick({ WORKFLOW_ARN: true, APPROVER_ROLES: true }))
const table = deployedTable()
/** Roles are of this account: a name alone would let in another account's. */
const account = WORKFLOW_ARN.split(':')[4] ?? ''
const workflows = new SFNClient()
const start = startExecution(workflows, WORKFLOW_ARN)

export const handler = asLambda(
  createHandler({
    listVersions: listVersions(table),
    storeDraft: storeDraft(table),
    startReview: ({ name, version }) => start(executionNameOf({ name, version }), { name, version }),
    changeReview: changeReview(table),
    readTemplate: readTemplate(table),
    settleReview: settleReview(workflows),
    approverRoles: APPROVER_ROLES?.map((name) => ({ account, name })),
    now: () => new Date(),
  }),
)
