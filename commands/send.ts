import { randomUUID } from 'node:crypto'
import spinner from 'yocto-spinner'
import { sentenceOf } from '../functions/notification/problem.ts'
import { problemsOf } from '../functions/notification/problems-of.ts'
import type { StatusEvent } from '../functions/publish/status-event.ts'
import { findNotification } from '../functions/record/find-notification.ts'
import { readTemplate } from '../functions/record/read-template.ts'
import type { Table } from '../functions/record/table.ts'
import { NotificationRequest } from '../functions/request/notification-request.ts'
import { rejections } from '../functions/request/rejections.ts'
import { revealsNumber } from '../functions/request/reveals-number.ts'
import { exitCodes } from './exit-codes.ts'
import { Failed } from './failed.ts'
import { follow } from './follow.ts'
import type { JsonOption, ParamOption } from './options.ts'
import { putEvents } from './put-events.ts'
import { readParameters } from './read-parameters.ts'
import { statusLine } from './status-line.ts'
import { tableOf } from './table-of.ts'
import { findTarget, type TargetOptions } from './target.ts'

export interface SendOptions extends TargetOptions, JsonOption, ParamOption {
  readonly to: string
  readonly id?: string
  readonly locale?: string
  readonly timeZone?: string
  readonly sendAfter?: string
  readonly expiresAt?: string
}

const requestOf = (template: string, { id, param: params, ...options }: SendOptions): NotificationRequest => {
  const { to, locale, timeZone, sendAfter, expiresAt } = options
  const notificationId = id ?? `command-${randomUUID()}`
  const request = { notificationId, to, template, params, locale, timeZone, sendAfter, expiresAt }
  const parsed = NotificationRequest.safeParse(request)
  if (!parsed.success) throw new Failed(sentenceOf(problemsOf(parsed.error)))
  if (revealsNumber(parsed.data.notificationId, to)) throw new Failed(rejections['id-reveals-recipient'])
  return parsed.data
}

/**
 * The same with its parameters read as the template's slots want them. Nobody asked for it yet, and the template is sent; else the
 * answer would be another's, or sure to be a rejection.
 */
const fittedTo = async (
  table: Pick<Table, 'client' | 'name'>,
  request: NotificationRequest,
  { param }: ParamOption,
): Promise<NotificationRequest> => {
  const { notificationId, template } = request
  const [notification, current] = await Promise.all([findNotification(table)(notificationId), readTemplate(table)(template)])
  if (notification)
    throw new Failed(
      `The id ${notificationId} was used before (${notification.outcome ?? 'under way'}): choose another --id, or leave it out.`,
    )
  if (current === undefined)
    throw new Failed(`No version of ${template} was approved: \`heliograph template list\` shows what there is.`)
  return { ...request, params: readParameters(current.version.slots, param) }
}

/** Prints each event as it comes; where somebody looks, a spinner turns meanwhile. */
const show = async (events: AsyncIterable<StatusEvent>, json: boolean): Promise<StatusEvent | undefined> => {
  const waiting = process.stderr.isTTY ? spinner({ text: 'on its way', stream: process.stderr }).start() : undefined
  let last: StatusEvent | undefined
  try {
    for await (const event of events) {
      last = event
      waiting?.clear()
      console.log(json ? JSON.stringify(event) : statusLine(event))
    }
  } finally {
    waiting?.stop()
  }
  return last
}

/** What was wanted: it arrived, or it was accepted and its kind awaits no more. */
const succeeded = ['Notification Delivered', 'Notification Accepted']

/** `heliograph send <template> --to … --param …`: exit code 0 only when it was delivered, or accepted where that is the end. */
export const send = async (template: string, options: SendOptions): Promise<void> => {
  const request = requestOf(template, options)
  const target = await findTarget(options)
  const table = tableOf(target)
  await putEvents(target, 'Notification Requested', [await fittedTo(table, request, options)])
  const last = await show(follow(findNotification(table), request.notificationId), options.json ?? false)
  if (!succeeded.includes(last?.detailType ?? '')) process.exitCode = exitCodes.refused
}
