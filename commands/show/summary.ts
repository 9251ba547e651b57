import { isPossiblySent } from '../../functions/notification/attempt.ts'
import { costOf } from '../../functions/notification/cost-of.ts'
import type { Notification, Person } from '../../functions/notification/notification.ts'
import type { Outcome } from '../../functions/notification/outcome.ts'
import { partsInWords } from '../../functions/text/parts-in-words.ts'
import { forTerminal } from '../for-terminal.ts'
import { styled } from '../styled.ts'
import { priced } from '../timeline/attempt-happenings.ts'
import { instant } from '../timeline/happening.ts'

/** As the workflow ends: what was wanted, what was prevented, and what failed. */
const colours: Readonly<Record<Outcome, 'green' | 'yellow' | 'red'>> = {
  delivered: 'green',
  accepted: 'green',
  suppressed: 'yellow',
  cancelled: 'yellow',
  undeliverable: 'red',
  expired: 'red',
  rejected: 'red',
  unknown: 'red',
}

/** e.g. "shop-order-4711-shipped: delivered" */
export const headline = ({ notificationId, outcome }: Notification): string =>
  `${styled('bold', notificationId)}: ${outcome === undefined ? styled('yellow', 'under way') : styled(colours[outcome], outcome)}`

const aboutText = ({ kind, template, plan }: Notification): string =>
  plan
    ? [
        kind,
        `${template}@${plan.version} in ${plan.locale}`,
        `${partsInWords(plan.parts)} of ${plan.encoding}`,
        `to ${plan.country}`,
        `valid until ${instant(plan.validUntil)}`,
      ].join(', ')
    : `${[kind, template].filter(Boolean).join(', ')}, never planned`

/** What carriers charged, a sum a currency; nothing where none has said. */
export const charged = ({ attempts }: Notification): { readonly amount: number; readonly currency: string }[] => {
  const sums = new Map<string, number>()
  for (const { price } of attempts) if (price) sums.set(price.currency, (sums.get(price.currency) ?? 0) + price.amount)
  return [...sums].map(([currency, amount]) => ({ amount: Number(amount.toFixed(6)), currency }))
}

const aboutMoney = (notification: Notification): string => {
  const { attempts, plan } = notification
  const costs = attempts.flatMap((attempt) => costOf(attempt, plan) ?? [])
  if (costs.length === 0) return attempts.some(isPossiblySent) ? 'no carrier has said that it took the text' : 'nothing was sent'
  const said = charged(notification).map(priced)
  const known = costs.flatMap(({ charged: price, usd }) => (price ? [] : (usd ?? [])))
  const expected = `${known.reduce((sum, usd) => sum + usd, 0).toFixed(5)} USD, by the prices known then, that no carrier has told`
  const parts = [...(said.length > 0 ? [`charged ${said.join(' and ')}`] : []), ...(known.length > 0 ? [expected] : [])]
  return parts.length > 0 ? parts.join('; ') : 'unknown'
}

const aboutPolicy = ({ policy = [] }: Notification): string => {
  const against = policy
    .filter(({ decision }) => decision !== 'allow')
    .map(({ rule, decision, reason, until }) => `${rule} says ${decision} (${reason}${until ? ` until ${instant(until)}` : ''})`)
  return against.length > 0 ? against.join(', ') : `nothing against it (${policy.map(({ rule }) => rule).join(', ')})`
}

const hidden = 'hidden: --reveal shows it, and keeps for good that you looked'

const aboutPerson = (revealed: boolean, person: Person | undefined): string[] => {
  if (!revealed) return [`recipient  ${hidden}`]
  if (person === undefined) return ['recipient  erased']
  const { to, params, text } = person
  return [
    `recipient  ${forTerminal(to)}`,
    ...(params ? [`params     ${forTerminal(JSON.stringify(params))}`] : []),
    `said       ${text === undefined ? 'no longer kept' : forTerminal(text)}`,
  ]
}

/** Each line of the summary begins with what it is about, so wide. */
export const labelWidth = 11

/** What a notification is, beside what happened to it. @param revealed whether its person was asked for */
export const summary = (notification: Notification, revealed: boolean, person: Person | undefined): string[] => {
  return [
    `text       ${aboutText(notification)}`,
    ...aboutPerson(revealed, person),
    `money      ${aboutMoney(notification)}`,
    ...(notification.policy ? [`policy     ${aboutPolicy(notification)}, when asked last`] : []),
  ]
}
