import type { Kind } from '../../../functions/notification/kinds.ts'
import { Notification } from '../../../functions/notification/notification.ts'
import { Recipient } from '../../../functions/recipient/recipient.ts'
import { drainsKey } from '../../../functions/record/keys.ts'
import type { Change } from '../dynamo/table.ts'
import type { Item } from '../dynamo/value.ts'
import { routing } from '../handlers/simulated-deployment.ts'
import { Drains } from './heeds-drains.ts'
import { numberOf } from './ids.ts'
import type { World } from './world.ts'

/** What is known of people and of words that came too early, as the table has it now. */
interface Known {
  readonly recipients: Map<string, Item>
  readonly parked: Set<string>
  readonly drains: Drains
}

const isOptedOut = ({ suppressions }: Recipient, kind: Kind) =>
  suppressions.all?.state === 'suppressed' || (kind === 'marketing' && suppressions.marketing?.state === 'suppressed')

const attemptsIn = (item: Item | undefined): number => (Array.isArray(item?.attempts) ? item.attempts.length : 0)

/** Most writes arm nothing and cancel nothing, and are not read any closer. */
const seeNotification = ({ ledger, time }: World, { recipients, parked }: Known, { before, after }: Change) => {
  const isArmed = attemptsIn(after) > attemptsIn(before)
  const isCancelled = after?.cancelled !== undefined && before?.cancelled === undefined
  if (!isArmed && !isCancelled) return
  const [then, now] = [before && Notification.parse(before), Notification.parse(after)]
  const { attempts, notificationId, recipientHash, kind, outcome } = now
  const of = numberOf(notificationId)
  if (isCancelled && attempts.length === 0 && outcome !== 'cancelled') ledger.cancelledInVain.add(of)
  if (!isArmed || kind === undefined) return
  const recipient = Recipient.parse(recipients.get(recipientHash) ?? {})
  ledger.armings.push({
    ...{ of, attempt: attempts.length, at: time.now(), kind, recipientHash },
    isOptedOut: isOptedOut(recipient, kind),
    hasConsent: recipient.consent !== undefined,
    isCalledOff: then?.cancelled !== undefined || then?.confirmed !== undefined || parked.has(notificationId),
  })
}

const decisionIn = (item: Item | undefined): string => JSON.stringify(item?.next ?? '')

/** A decision that was not there before, in the moment that it is written. */
const seeDecision = ({ ledger, time, faults }: World, { drains }: Known, { before, after }: Change) => {
  if (decisionIn(after) === decisionIn(before)) return
  const now = Notification.parse(after)
  const of = numberOf(now.notificationId)
  const then = before && Notification.parse(before).next
  const isRepeated = then?.decision === 'send' && now.next?.decision === 'send' && then.attempt === now.next.attempt
  if (!isRepeated && !faults.on(of).some(({ fault }) => fault === 'clock') && drains.areIgnored(now, time.now()))
    ledger.drainsIgnored.add(of)
}

const isKind = (name: string): name is Kind => Object.hasOwn(routing.kinds, name)

/** All counters of a kind's day together, in the moment that one of them moves. */
const seeCounter = ({ ledger }: World, { key: { PK }, after }: Change) => {
  const [, kind = '', day = ''] = PK.split('#')
  if (!isKind(kind)) throw new Error(`${PK} is no budget`)
  ledger.reserved.set(PK, Number(after?.reserved ?? 0))
  const budget = `B#${kind}#${day}`
  const counters = [...ledger.reserved].filter(([counter]) => counter.startsWith(`${budget}#`))
  const all = counters.reduce((sum, [, parts]) => sum + parts, 0)
  if (all > routing.kinds[kind].budgetParts) ledger.overspent.add(budget)
}

/** Sees each write in the moment that it is made. */
export const watchOver = (world: () => World): ((change: Change) => void) => {
  const known: Known = { recipients: new Map(), parked: new Set(), drains: new Drains() }
  return (change) => {
    const { key, after } = change
    if (after === undefined) return
    if (key.SK === 'NOTIFICATION') {
      seeNotification(world(), known, change)
      seeDecision(world(), known, change)
    } else if (key.SK === drainsKey.SK) known.drains.see(after, world().time.now())
    else if (key.SK === 'RECIPIENT') known.recipients.set(key.PK.slice(2), after)
    else if (key.SK === 'INTERVENTION') known.parked.add(key.PK.slice(2))
    else if (key.SK === 'SHARD') seeCounter(world(), change)
  }
}
