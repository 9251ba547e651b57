import { canonical } from '../notification/canonical.ts'
import type { Hasher } from '../notification/hasher.ts'
import type { NotificationRequest } from './notification-request.ts'

/** A keyed hash of everything a request says: two events with one id and one fingerprint are the same request. */
export const fingerprint = (request: NotificationRequest, { hash }: Hasher): string =>
  hash('request', JSON.stringify(canonical(request)))
