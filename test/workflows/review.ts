import { vi } from 'vitest'
import { type Dependencies as Checking, createHandler as checking } from '../../functions/check-template/handler.ts'
import { type Dependencies as Closing, createHandler as closing } from '../../functions/close-review/handler.ts'
import { readTemplate } from '../../functions/record/read-template.ts'
import { changeReview } from '../../functions/record/review/change-review.ts'
import { findReview } from '../../functions/record/review/find-review.ts'
import { listVersions } from '../../functions/record/review/list-reviews.ts'
import { storeDraft } from '../../functions/record/review/store-draft.ts'
import { type Dependencies as Requesting, createHandler as requesting } from '../../functions/request-review/handler.ts'
import { type Dependencies as Reviewing, createHandler as reviewing } from '../../functions/review/handler.ts'
import { type SettleReview, settleReview } from '../../functions/settle/settle.ts'
import { executionNameOf } from '../../functions/template/review/execution-name.ts'
import type { Template } from '../../functions/template/template.ts'
import { daysToDecide } from '../../workflows/review-template.ts'
import { aCall } from '../builders/a-call.ts'
import { author, reviewer } from '../builders/a-review.ts'
import { aSubmission } from '../builders/a-submission.ts'
import { aTableInProcess } from '../builders/a-table-in-process.ts'
import { noon } from '../builders/noon.ts'
import { synthesise } from '../infra/synthesise.ts'
import { definitionOf } from './definition-of.ts'
import { crash, lambdaFails } from './fates.ts'
import { runDefinition, tokens } from './run-definition.ts'
import { seconds } from './scripted-carriers.ts'
import { waitingTasks } from './waiting-tasks.ts'

const definition = definitionOf(synthesise({ deployment: 'local' }), 'review-template')

type Answer = Readonly<Record<'code' | 'state', string | undefined>>
export type Say = (action: 'approve' | 'reject', more?: { readonly by?: string; readonly reason?: string }) => Promise<Answer>

export interface Script {
  readonly template?: Partial<Template>
  /** What people do, by the seconds after the submission. */
  readonly acts?: Readonly<Record<number, (say: Say) => Promise<unknown>>>
  readonly check?: Partial<Checking>
  readonly request?: Partial<Requesting>
  readonly close?: Partial<Closing>
  readonly review?: Partial<Reviewing>
  /** How often the call that resumes the waiting task fails, before it succeeds. */
  readonly failsToSettle?: number
  /** How often Lambda does not tell what became of `request-review`, though it ran. */
  readonly losesRequests?: number
  readonly abortAfter?: number
}

/**
 * Reviews one template by the deployed definition and the real functions, which keep their records in a table of this process. Simulated
 * are Step Functions' waiting tasks, and time: it stands at noon when the template is submitted.
 */
export const review = async (script: Script = {}) => {
  const { template, acts = {}, abortAfter, failsToSettle = 0, losesRequests = 0 } = script
  vi.useFakeTimers({ now: noon })
  const table = aTableInProcess()
  const tasks = waitingTasks()
  const now = () => new Date()
  let [settled, requests] = [0, 0]
  const settling: SettleReview = (...how) => (++settled > failsToSettle ? settleReview(tasks.client)(...how) : crash())
  const shared = { changeReview: changeReview(table), findReview: findReview(table), settleReview: settling, now }
  const started: string[] = []
  const call = reviewing({
    ...shared,
    listVersions: listVersions(table),
    storeDraft: storeDraft(table),
    readTemplate: readTemplate(table),
    startReview: async (version) => void started.push(executionNameOf(version)),
    approverRoles: undefined,
    ...script.review,
  })
  const request = requesting({ ...shared, ...script.request })
  const functions = {
    'check-template': checking({ ...shared, ...script.check }),
    'request-review': (payload: { readonly taskToken: string }) => {
      const asking = request(payload)
      const task = tasks.start(payload.taskToken, daysToDecide * 86_400, asking)
      return ++requests > losesRequests ? task : asking.then(lambdaFails)
    },
    'close-review': closing({ ...shared, ...script.close }),
  }
  const submission = aSubmission(template)
  const { name } = submission
  await call(aCall(author, { action: 'submit', template: submission }))
  const said: Answer[] = []
  const say: Say = async (action, { by = reviewer, reason = 'As agreed.' } = {}) => {
    const answer = JSON.parse((await call(aCall(by, { action, name, version: 1, reason }))).body)
    said.push(answer)
    return answer
  }
  for (const [after, act] of Object.entries(acts)) void seconds(Number(after)).then(() => act(say))
  const newToken = tokens()
  const run = await runDefinition(definition, functions, { name, version: 1 }, { newToken, abortAfter })
  if (abortAfter !== undefined) tasks.stop()
  return {
    ...run,
    started,
    said,
    say,
    /** As an operator redrives an execution from the state that failed. */
    redrive: (StartAt: string, more: object = {}) =>
      runDefinition({ ...definition, StartAt }, functions, { name, version: 1, ...more }, { newToken }),
    /** What the rule on the machine's status does when an execution failed or was stopped. */
    close: () => functions['close-review']({ execution: `${name}-1` }),
    record: async () => (await findReview(table)(name, 1))?.review,
    sent: () => readTemplate(table)(name),
  }
}
