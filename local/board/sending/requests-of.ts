import * as z from 'zod'
import { sentenceOf } from '../../../functions/notification/problem.ts'
import { problemsOf } from '../../../functions/notification/problems-of.ts'
import { NotificationRequest } from '../../../functions/request/notification-request.ts'
import { type Draft, parametersOf } from './draft.ts'

/** There are a hundred fictional numbers in an area: 555-0100 to 555-0199. */
export const mostInBurst = 100

export const Count = z.coerce.number().int().min(2).max(mostInBurst)

export type Requests =
  | { readonly ok: true; readonly requests: readonly [NotificationRequest, ...NotificationRequest[]] }
  | { readonly ok: false; readonly because: string }

/** One text, as it was typed; whether it may be sent is judged by the deployment. @param id e.g. "board-3f9a2c81" */
export const requestOf = (draft: Draft, id: string): Requests => {
  const { template, to, locale } = draft
  const parsed = NotificationRequest.safeParse({
    ...{ notificationId: id, to: to.replaceAll(/[ ().-]/g, ''), locale },
    ...{ template: template.name, params: parametersOf(draft) },
  })
  return parsed.success ? { ok: true, requests: [parsed.data] } : { ok: false, because: sentenceOf(problemsOf(parsed.error)) }
}

/** The same text to as many fictional numbers, each a notification of its own. @param count as it was typed */
export const burstOf = (draft: Draft, count: unknown, id: string): Requests => {
  const read = Count.safeParse(count)
  if (!read.success) return { ok: false, because: `A burst has 2 to ${mostInBurst} texts.` }
  const one = requestOf(draft, id)
  if (!one.ok) return one
  const [request] = one.requests
  const nth = (index: number): NotificationRequest => ({
    ...request,
    notificationId: `${id}-${String(index + 1).padStart(3, '0')}`,
    to: `+1617555${String(100 + index).padStart(4, '0')}`,
  })
  return { ok: true, requests: [nth(0), ...Array.from({ length: read.data - 1 }, (_, index) => nth(index + 1))] }
}
