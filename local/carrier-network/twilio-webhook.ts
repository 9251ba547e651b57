import { createHash } from 'node:crypto'
import { type Answer, postForm } from './post-form.ts'
import { tryAgain } from './try-again.ts'
import type { TwilioAccount } from './twilio-account.ts'
import { Refused, retriesOf } from './twilio-retries.ts'
import { signature } from './twilio-signature.ts'

/** Twilio waits no longer for an answer, in milliseconds. */
const patience = 15_000

/** When somebody else sends, what signs; and a forger tries once. */
const forgersToken = 'f'.repeat(32)
const noRetries = '#rc=0'

export interface Webhooks {
  readonly account: TwilioAccount
  /** Where to connect to, whatever host a webhook's URL names. */
  readonly callbacksTo?: string
}

interface Webhook {
  /** With a fragment that asks for retries, or without. */
  readonly url: string
  readonly form: Readonly<Record<string, string>>
  readonly forged: boolean
  readonly signal: AbortSignal
  /** Told of each answer. */
  readonly onAnswer: (answer: Answer) => void
}

/** Posts a signed form; the same form makes the same request. Rejects when no try was answered well. */
export const callWebhook = async ({ account, callbacksTo }: Webhooks, webhook: Webhook): Promise<void> => {
  const { form, forged, signal, onAnswer } = webhook
  const url = new URL(webhook.url)
  const { pauses, mayHelp } = retriesOf(forged ? noRetries : url.hash)
  url.hash = ''
  const body = new URLSearchParams(form).toString()
  const headers = {
    'x-twilio-signature': signature(forged ? forgersToken : account.authToken, url.href, form),
    'i-twilio-idempotency-token': createHash('sha256').update(body).digest('hex'),
  }
  const via = new URL(callbacksTo ?? url)
  const send = async () => {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(patience)])
    const answer = await postForm({ url, via, headers, body, signal: inTime })
    onAnswer(answer)
    if (answer.status >= 400) throw new Refused(answer.status)
  }
  return tryAgain(send, { pauses, mayHelp, signal })
}
