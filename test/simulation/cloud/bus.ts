import type { PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { StatusDetail, type StatusDetailType, statusDetailTypes } from '../../../functions/publish/status-event.ts'
import { holdsPersonalData } from '../core/canaries.ts'
import { numberOf } from '../core/ids.ts'
import type { World } from '../core/world.ts'

/** EventBridge, where the status events go; whoever consumes them is part of it. */
export interface Bus {
  readonly putStatus: (of: number, command: PutEventsCommand) => { readonly Entries: readonly { readonly EventId?: string }[] }
}

/** Undefined for what is told of somebody or of a budget, and not of a notification. */
const detailTypeOf = (name: string | undefined): StatusDetailType | undefined => statusDetailTypes.find((type) => type === name)

/**
 * What a repeat must say again. Why a request event was refused may be judged anew when the event comes again a year later: what
 * was a conflict then is stale now.
 */
const saidBy = ({ reason, explanation, ...detail }: StatusDetail) =>
  JSON.stringify(detail.requestEventId === undefined ? { ...detail, reason, explanation } : detail)

export const busOver = (world: () => World): Bus => {
  const puts = new Map<number, number>()

  /** A consumer keeps each event once, by its id, and would see two that differ under one id. */
  const consume = (of: number, detailType: StatusDetailType, text: string) => {
    const { ledger, tell } = world()
    if (holdsPersonalData(text)) ledger.leaks.push({ of, where: `the event ${detailType}` })
    const detail = StatusDetail.parse(JSON.parse(text))
    const seen = ledger.events.get(detail.eventId)
    if (seen && saidBy(seen.detail) !== saidBy(detail)) ledger.contradictions.push({ of, eventId: detail.eventId })
    if (seen) seen.times += 1
    else ledger.events.set(detail.eventId, { of: numberOf(detail.eventId), detailType, detail, times: 1 })
    if (!seen) tell(of, () => `the bus tells ${detailType} (${detail.reason ?? detail.carrier})`)
  }

  return {
    putStatus: (of, { input }) => {
      const { faults } = world()
      const put = (puts.get(of) ?? 0) + 1
      puts.set(of, put)
      const entries = input.Entries ?? []
      const isPartial = faults.strike('partial-put', of, (fault) => fault.put === put) !== undefined
      const Entries = entries.map(({ DetailType, Detail = '' }, index) => {
        if (isPartial && index === entries.length - 1) return {}
        const detailType = detailTypeOf(DetailType)
        if (detailType) consume(of, detailType, Detail)
        else if (holdsPersonalData(Detail)) world().ledger.leaks.push({ of, where: `the event ${DetailType}` })
        return { EventId: `${put}-${index}` }
      })
      return { Entries }
    },
  }
}
