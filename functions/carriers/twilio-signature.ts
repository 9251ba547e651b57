import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { parse, stringify } from 'node:querystring'

export interface SignedRequest {
  /** The public URL with its query as received. Never taken from the Host header. */
  readonly url: string
  /** As received. */
  readonly body: string
  /** X-Twilio-Signature. */
  readonly signature: string | undefined
}

/** In a time that tells nothing of where they differ; the length is no secret. */
const areSame = (a: string, b: string): boolean => {
  const [first, second] = [Buffer.from(a), Buffer.from(b)]
  return first.length === second.length && timingSafeEqual(first, second)
}

/** Names in order, each with each of its values, also in order and without repeats; nothing in between. */
const signedFields = (body: string): string => {
  const byName = Map.groupBy(new URLSearchParams(body), ([name]) => name)
  const inOrder = [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return inOrder.flatMap(([, fields]) => [...new Set(fields.map((field) => field.join('')))].toSorted()).join('')
}

const withLegacyQuery = (url: string): string => {
  const [path = '', query] = url.split(/\?(.*)/s)
  return query ? `${path}?${stringify(parse(query))}` : url
}

/** Twilio is not of one mind whether the port is part of what it signs, nor how the query is encoded. */
const spellings = (url: string): string[] => {
  const [, origin = '', port, rest = ''] = /^(https?:\/\/(?:\[[^\]]*\]|[^/?#:]*))(:\d+)?(.*)$/s.exec(url) ?? []
  const standardPort = origin.startsWith('https:') ? ':443' : ':80'
  return [`${origin}${rest}`, `${origin}${port ?? standardPort}${rest}`].flatMap((spelling) => [
    spelling,
    withLegacyQuery(spelling),
  ])
}

/** A body that is no form is signed by its hash in the query. */
const signedBody = (url: string, body: string): string | undefined => {
  const hash = new URL(url).searchParams.get('bodySHA256')
  if (hash === null) return signedFields(body)
  return areSame(hash, createHash('sha256').update(body).digest('hex')) ? '' : undefined
}

/**
 * Whether Twilio signed the request: HMAC-SHA1 of the URL and the fields of the form, Base64.
 * @param tokens of the account: two while one is rotated
 * Source: https://www.twilio.com/docs/usage/security#validating-requests
 */
export const isSignedByTwilio = ({ url, body, signature }: SignedRequest, tokens: readonly string[]): boolean => {
  const rest = signedBody(url, body)
  if (signature === undefined || rest === undefined) return false
  const isSigned = (token: string, spelling: string) =>
    areSame(signature, createHmac('sha1', token).update(spelling).update(rest).digest('base64'))
  const realTokens = tokens.filter((token) => token !== '') // anybody can sign with an empty one
  return realTokens.some((token) => spellings(url).some((spelling) => isSigned(token, spelling)))
}
