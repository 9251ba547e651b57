import type { Hasher } from '../notification/hasher.ts'
import type { NotificationRequest } from './notification-request.ts'

/** The same value for the same content, in whatever order its keys were written. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, inner]) => [key, canonical(inner)]))
}

/** A keyed hash of everything a request says: two events with one id and one fingerprint are the same request. */
export const fingerprint = (request: NotificationRequest, { hash }: Hasher): string =>
  hash('request', JSON.stringify(canonical(request)))
