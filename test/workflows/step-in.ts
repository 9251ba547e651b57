import type { SQSRecord } from 'aws-lambda'
import { type Dependencies, createHandler as intervening } from '../../functions/intervene/handler.ts'
import { aRequestEvent } from '../builders/a-request-event.ts'
import { crash } from './fates.ts'

export type StepIn = (said: keyof typeof words) => Promise<void>

const words = { cancel: 'Cancel Notification', confirm: 'Notification Confirmed' } as const

type Records = Pick<Dependencies, 'findNotification' | 'parkIntervention' | 'changeNotification' | 'settle' | 'now'>

/** Steps in as a requester does, by the function that takes its event. */
export const stepInOver = (records: Records, notificationId: string): StepIn => {
  const intervene = intervening({
    ...records,
    limits: { mostEventAge: 86_400, requesters: { accounts: [] } },
    putStatusEvents: crash,
    keepDeadLetter: crash,
    onRejection: crash,
  })
  return (said) => {
    const time = records.now().toISOString()
    const body = aRequestEvent({ notificationId }, { 'detail-type': words[said], time })
    return intervene({ body, messageId: 'queue-message-1' } as SQSRecord)
  }
}
