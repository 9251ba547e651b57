import { createHandler as checking } from '../../../functions/check-template/handler.ts'
import { createHandler as closing } from '../../../functions/close-review/handler.ts'
import { readTemplate } from '../../../functions/record/read-template.ts'
import { changeReview } from '../../../functions/record/review/change-review.ts'
import { findReview } from '../../../functions/record/review/find-review.ts'
import { listVersions } from '../../../functions/record/review/list-reviews.ts'
import { storeDraft } from '../../../functions/record/review/store-draft.ts'
import { startExecution } from '../../../functions/request/start-workflow.ts'
import { createHandler as requesting } from '../../../functions/request-review/handler.ts'
import { createHandler as reviewing } from '../../../functions/review/handler.ts'
import { settleReview } from '../../../functions/settle/settle.ts'
import { executionNameOf } from '../../../functions/template/review/execution-name.ts'
import { tableOver, workflowsOver } from './over-ports.ts'
import type { Ports } from './ports.ts'
import { reviewArn } from './simulated-deployment.ts'

/** The real handlers of the review, wired as each function's `lambda.ts` wires them. Whoever may call decides. */
export const reviewHandlersOver = (ports: Ports) => {
  const table = tableOver(ports)
  const start = startExecution(workflowsOver(ports), reviewArn)
  const shared = { changeReview: changeReview(table), settleReview: settleReview(workflowsOver(ports)), now: ports.now }
  return {
    review: reviewing({
      ...shared,
      listVersions: listVersions(table),
      storeDraft: storeDraft(table),
      startReview: ({ name, version }) => start(executionNameOf({ name, version }), { name, version }),
      readTemplate: readTemplate(table),
      approverRoles: undefined,
    }),
    'check-template': checking({ ...shared, findReview: findReview(table) }),
    'request-review': requesting(shared),
    'close-review': closing(shared),
  }
}
