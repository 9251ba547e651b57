import { SendTaskFailureCommand, SendTaskSuccessCommand, type SFNClient, SFNServiceException } from '@aws-sdk/client-sfn'
import type { Kinds } from '../notification/kinds.ts'
import type { Notification } from '../notification/notification.ts'
import { type Settlement, settlement } from './settlement.ts'

/** Resumes the task that waits, if what was just written lets it. Call it with every write's new image. */
export type Settle = (notification: Notification) => Promise<void>

/** A token that is gone: its task timed out, was stopped, or was settled before. AWS and its emulator choose other names. */
const late = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])

const send = (workflows: SFNClient, taskToken: string, how: Settlement) =>
  'error' in how
    ? workflows.send(new SendTaskFailureCommand({ taskToken, error: how.error, cause: how.cause }))
    : workflows.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(how) }))

/** Too late is no error: whoever settled the task before said at least as much. */
const unlessLate = async (settling: Promise<unknown>): Promise<void> => {
  try {
    await settling
  } catch (error) {
    if (!(error instanceof SFNServiceException && late.has(error.name))) throw error
  }
}

/** Settles one task by its own token. */
export type SettleTask = (token: string, how: Settlement) => Promise<void>

export const settleTask =
  (workflows: SFNClient): SettleTask =>
  (token, how) =>
    unlessLate(send(workflows, token, how))

/** Tells the task that waits for a decision which one stands. */
export type SettleReview = (token: string, decided: 'approved' | 'rejected' | 'expired') => Promise<void>

export const settleReview =
  (workflows: SFNClient): SettleReview =>
  (taskToken, decided) =>
    unlessLate(workflows.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify({ decided }) })))

/** The one place that resumes a waiting delivery: always by the token in the image, never by an invocation's own. */
export const settle =
  (workflows: SFNClient, kinds: Kinds): Settle =>
  async (notification) => {
    const how = settlement(notification, kinds)
    if (notification.waiting && how) await settleTask(workflows)(notification.waiting.token, how)
  }
