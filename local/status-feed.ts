import * as z from 'zod'
import type { Target } from '../commands/target.ts'
import { firstTime } from '../commands/watch/first-time.ts'
import { listeningPost } from '../commands/watch/listening-post.ts'
import { BudgetDetail, type BudgetEvent, budgetDetailTypes } from '../functions/publish/budget-event.ts'
import { CarrierDetail, type CarrierEvent, carrierDetailTypes } from '../functions/publish/carrier-event.ts'
import {
  type PermissionEvent,
  PermissionRejected,
  permissionDetailTypes,
  RecipientAskedForHelp,
} from '../functions/publish/permission-event.ts'
import type { OurEvent } from '../functions/publish/put-our-events.ts'
import { StatusDetail, type StatusEvent, statusDetailTypes, statusEventSource } from '../functions/publish/status-event.ts'
import { TemplateDetail, type TemplateEvent, templateDetailTypes } from '../functions/publish/template-event.ts'

/** Events of one sort, as they come from the bus. */
interface Feed<Told> {
  readonly detailTypes: readonly string[]
  readonly read: (body: unknown) => Told
}

/** Events that have one detail, whatever their type. */
const feedOf = <const Type extends string, Detail>(
  detailTypes: readonly Type[],
  detailSchema: z.ZodType<Detail>,
): Feed<{ readonly detailType: Type; readonly detail: Detail }> => {
  const OnBus = z.object({ 'detail-type': z.literal(detailTypes), detail: detailSchema })
  return {
    detailTypes,
    read: (body) => {
      const { 'detail-type': detailType, detail } = OnBus.parse(body)
      return { detailType, detail }
    },
  }
}

const PermissionOnBus = z.object({ 'detail-type': z.string(), detail: z.unknown() })

const ofPermissions: Feed<PermissionEvent> = {
  detailTypes: permissionDetailTypes,
  read: (body) => {
    const { 'detail-type': detailType, detail } = PermissionOnBus.parse(body)
    return detailType === 'Permission Rejected'
      ? { detailType, detail: PermissionRejected.parse(detail) }
      : { detailType: 'Recipient Asked For Help', detail: RecipientAskedForHelp.parse(detail) }
  },
}

const watchOver =
  <Told extends OurEvent>({ detailTypes, read }: Feed<Told>) =>
  async (target: Target, name: string, signal: AbortSignal, tell: (event: Told) => void) => {
    const post = await listeningPost(target, name, { source: [statusEventSource], 'detail-type': detailTypes })
    const isNew = firstTime()
    const watch = async () => {
      while (!signal.aborted)
        for (const event of (await post.hear(signal)).map((body) => read(JSON.parse(body))))
          if (isNew(event.detail.eventId)) tell(event)
    }
    const ended = watch()
      .finally(post.leave)
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
    return { ended }
  }

/**
 * Tells each status event of a deployment once, until the signal ends it.
 * @param name of the rule and the queue; two that watch the same deployment need two
 * @returns as soon as no event can be missed any more; `ended` settles when the watching is over
 */
export const watchStatusEvents = watchOver<StatusEvent>(feedOf(statusDetailTypes, StatusDetail))

/** The same of what is told of templates. */
export const watchTemplateEvents = watchOver<TemplateEvent>(feedOf(templateDetailTypes, TemplateDetail))

/** The same of what is told of words on whom to text. */
export const watchPermissionEvents = watchOver(ofPermissions)

/** The same of what is told of budgets. */
export const watchBudgetEvents = watchOver<BudgetEvent>(feedOf(Object.values(budgetDetailTypes), BudgetDetail))

/** The same of what is told of carriers. */
export const watchCarrierEvents = watchOver<CarrierEvent>(feedOf(Object.values(carrierDetailTypes), CarrierDetail))
