import type { AttemptRef } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'
import type { Kind } from '../notification/kinds.ts'

/** The keys of every item of the one table. Source: design §8. */
const ofNotification = (id: string) => `N#${id}`

export const notificationKey = (id: string) => ({ PK: ofNotification(id), SK: 'NOTIFICATION' })

export const personKey = (id: string) => ({ PK: ofNotification(id), SK: 'PERSON' })

/** What was said of a notification before it was requested. */
export const interventionKey = (id: string) => ({ PK: ofNotification(id), SK: 'INTERVENTION' })

const receiptPrefix = 'RECEIPT#'

export const receiptKey = ({ notificationId, attempt }: AttemptRef, hash: string) => ({
  PK: ofNotification(notificationId),
  SK: `${receiptPrefix}${attempt}#${hash}`,
})

export const receiptsOf = (id: string) => ({ ':notification': ofNotification(id), ':receipt': receiptPrefix })

/** The number of the attempt that is part of a receipt's sort key. */
export const attemptIn = (sortKey: string) => Number(sortKey.slice(receiptPrefix.length).split('#')[0])

const revealPrefix = 'REVEAL#'

/** That somebody looked at what is personal, for the audit: e.g. N#shop-order-4711 / REVEAL#2026-11-22T12:00:00.000Z#<mark of the write> */
export const revealKey = (id: string, at: string, mark: string) => ({
  PK: ofNotification(id),
  SK: `${revealPrefix}${at}#${mark}`,
})

export const revealsOf = (id: string) => ({ ':notification': ofNotification(id), ':reveal': revealPrefix })

/** The rendezvous of a carrier's message with the receipts that came before its attempt was known. */
export const messageKey = (carrier: CarrierName, messageId: string) => ({ PK: `M#${carrier}#${messageId}`, SK: 'MESSAGE' })

const ofRecipient = (hash: string) => `S#${hash}`

/** All that is known of a recipient, by a keyed hash of the number. */
export const recipientKey = (hash: string) => ({ PK: ofRecipient(hash), SK: 'RECIPIENT' })

const changePrefix = 'CHANGE#'

/** What a write changed of a recipient, for the audit: e.g. S#9f86… / CHANGE#2026-11-22T12:00:00.000Z#<mark of the write> */
export const changeKey = (hash: string, at: string, mark: string) => ({
  PK: ofRecipient(hash),
  SK: `${changePrefix}${at}#${mark}`,
})

export const changesOf = (hash: string) => ({ ':recipient': ofRecipient(hash), ':change': changePrefix })

/** The hash that is part of a recipient's key. */
export const hashIn = (partitionKey: string) => partitionKey.slice(ofRecipient('').length)

/** A text that somebody sent to us. It names nobody, so that a new key of the hashes makes no old text new. */
export const replyKey = (carrier: CarrierName, messageId: string) => ({ PK: `M#${carrier}#${messageId}`, SK: 'REPLY' })

const ofCarriers = 'CARRIERS'

/** What operators have said of all carriers, in one item: every decision reads it, and one read is all that it takes. */
export const drainsKey = { PK: ofCarriers, SK: 'DRAINS' }

export const drainChangePrefix = 'DRAINS#'

/** One word of theirs, for the audit: e.g. CARRIERS / DRAINS#000007. They sort by number up to 999,999. */
export const drainChangeKey = (version: number) => ({
  PK: ofCarriers,
  SK: `${drainChangePrefix}${String(version).padStart(6, '0')}`,
})

export const drainChanges = { ':carriers': ofCarriers, ':change': drainChangePrefix }

const ofTemplate = (name: string) => `T#${name}`

export const versionPrefix = 'V#'

/** e.g. T#order-shipped / V#0003: versions sort by number up to 9,999. */
export const versionKey = (name: string, version: number) => ({
  PK: ofTemplate(name),
  SK: `${versionPrefix}${String(version).padStart(4, '0')}`,
})

/** The version that is sent now, or was until it was retired. */
export const currentKey = (name: string) => ({ PK: ofTemplate(name), SK: 'CURRENT' })

export const versionsOf = (name: string) => ({ ':template': ofTemplate(name), ':version': versionPrefix })

const ofBudget = (kind: Kind, day: string) => `B#${kind}#${day}`

/**
 * One counter of what a kind spends on a day, in a partition of its own, since it is a partition that takes so many writes and no more:
 * e.g. B#marketing#2026-11-24#0 / SHARD
 */
export const budgetKey = (kind: Kind, day: string, shard: number) => ({ PK: `${ofBudget(kind, day)}#${shard}`, SK: 'SHARD' })

export const levelPrefix = 'LEVEL#'

/** That a budget has come to a level, in percent. */
export const levelKey = (kind: Kind, day: string, level: number) => ({ PK: ofBudget(kind, day), SK: `${levelPrefix}${level}` })

/** The one partition that lists all names of templates. */
export const directory = 'TEMPLATES'

export const directoryKey = (name: string) => ({ PK: directory, SK: name })

/** What a record of the table's stream is about, where anybody is told of it. */
export const subjectOf = (
  keys: Readonly<Record<string, { readonly S?: string | undefined }>> | undefined,
): 'notification' | 'template version' | 'budget level' | 'drain change' | undefined => {
  const sort = keys?.SK?.S
  if (sort === notificationKey('').SK) return 'notification'
  if (sort?.startsWith(levelPrefix)) return 'budget level'
  if (sort?.startsWith(drainChangePrefix)) return 'drain change'
  return sort?.startsWith(versionPrefix) ? 'template version' : undefined
}
