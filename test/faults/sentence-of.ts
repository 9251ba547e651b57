import { isDelivered } from '../../functions/notification/attempt.ts'
import type { Judged } from './violations.ts'

const requests = (carriers: readonly string[]) => {
  if (carriers.length === 0) return 'no request'
  return `${carriers.length} ${carriers.length === 1 ? 'request' : 'requests'} (${carriers.join(', ')})`
}

const end = ({ outcome, reason, attempts }: Judged['notification']) => {
  const delivered = attempts.find(isDelivered)
  return delivered ? `${outcome} by ${delivered.carrier}, attempt ${delivered.number}` : `${outcome}: ${reason}`
}

/** What was seen of one notification, e.g. "1 request (twilio), delivered by twilio, attempt 1". */
export const sentenceOf = ({ notification, calls }: Judged): string =>
  `${requests(calls.map(({ carrier }) => carrier))}, ${end(notification)}`

/** What was seen of many, the most frequent first, e.g. "50 × 1 request (sns), unknown: no-answer". */
export const sentenceOfAll = (all: readonly Judged[]): string => {
  if (all.length === 1) return all.map(sentenceOf).join()
  const bySentence = Map.groupBy(all, sentenceOf)
  const lines = [...bySentence].map(([sentence, those]) => ({ sentence, times: those.length }))
  return lines
    .toSorted((a, b) => b.times - a.times || a.sentence.localeCompare(b.sentence))
    .map(({ sentence, times }) => `${times} × ${sentence}`)
    .join('; ')
}
