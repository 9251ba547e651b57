import * as z from 'zod'
import type { AttemptRef } from '../notification/attempt.ts'
import { NotificationId } from '../notification/notification.ts'

/** Receipts come for 72 hours and more, and each may be repeated. */
const secondsOfReceipts = 8 * 86_400

/**
 * Asks Twilio to repeat a call that failed, three times, whatever the failure. It stays with Twilio, which does not sign it.
 * Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export const retries = '#rc=3&rp=all'

/**
 * Where Twilio tells the fate of an attempt. Its signature covers the query, so nobody else can name an attempt, and no callback
 * can be replayed for ever.
 * @param receiptUrl e.g. "https://abc.lambda-url.us-east-1.on.aws/"
 */
export const callbackUrlOf = (receiptUrl: string, { notificationId, attempt }: AttemptRef, now: Date): string => {
  const expires = Math.floor(now.getTime() / 1000) + secondsOfReceipts
  const query = new URLSearchParams({ attempt: `${notificationId}/${attempt}`, expires: String(expires) })
  return `${receiptUrl}?${query}${retries}`
}

const Expires = z.string().regex(/^\d{1,11}$/)
const Attempt = z.tuple([NotificationId, z.string().regex(/^[1-9]\d{0,3}$/)])

/** When the URL stops to be taken; undefined where it does not say so. */
export const expiryOf = (url: string): Date | undefined => {
  const { success, data } = Expires.safeParse(new URL(url).searchParams.get('expires'))
  return success ? new Date(Number(data) * 1000) : undefined
}

/** The attempt that the URL names; undefined where it names none. */
export const attemptOf = (url: string): AttemptRef | undefined => {
  const { success, data } = Attempt.safeParse(new URL(url).searchParams.get('attempt')?.split('/'))
  return success ? { notificationId: data[0], attempt: Number(data[1]) } : undefined
}
