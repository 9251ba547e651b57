import type { AttemptRef } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'

/** The keys of every item of the one table. Source: design §8. */
const ofNotification = (id: string) => `N#${id}`

export const notificationKey = (id: string) => ({ PK: ofNotification(id), SK: 'NOTIFICATION' })

export const personKey = (id: string) => ({ PK: ofNotification(id), SK: 'PERSON' })

export const receiptKey = ({ notificationId, attempt }: AttemptRef, hash: string) => ({
  PK: ofNotification(notificationId),
  SK: `RECEIPT#${attempt}#${hash}`,
})

/** The rendezvous of a carrier's message with the receipts that came before its attempt was known. */
export const messageKey = (carrier: CarrierName, messageId: string) => ({ PK: `M#${carrier}#${messageId}`, SK: 'MESSAGE' })

const versionPrefix = 'V#'

/** e.g. T#order-shipped / V#0003: versions sort by number up to 9,999. */
export const templateKey = (name: string, version: number) => ({
  PK: `T#${name}`,
  SK: `${versionPrefix}${String(version).padStart(4, '0')}`,
})

export const templateVersionsOf = (name: string) => ({ ':template': `T#${name}`, ':version': versionPrefix })

/** Whether a record of the table's stream is about a notification itself. */
export const isNotificationKey = (keys: Readonly<Record<string, { readonly S?: string | undefined }>> | undefined): boolean =>
  keys?.SK?.S === notificationKey('').SK
