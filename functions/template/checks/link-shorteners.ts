/**
 * Hosts that stand for any other host. Mobile networks filter them, since nobody sees where they lead.
 * A list of the best known; it need not be complete, for a reviewer sees every link as well.
 */
const shorteners: ReadonlySet<string> = new Set([
  'bit.ly',
  'bl.ink',
  'buff.ly',
  'cutt.ly',
  'dub.sh',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'short.io',
  'shorturl.at',
  't.co',
  't.ly',
  't1p.de',
  'tiny.cc',
  'tinyurl.com',
  'u.nu',
  'urlz.fr',
  'v.gd',
])

/**
 * Whether a link leads through a shortener, or a host below one, like m.bit.ly.
 * @param link an address or a host, with or without a scheme, and what stands around it in a text
 */
export const isShortened = (link: string): boolean => {
  const labels = hostOf(link).split('.')
  return labels.some((_, at) => shorteners.has(labels.slice(at).join('.')))
}

/** As a browser reads it: it passes over a user, a port and missing slashes. */
const hostOf = (link: string): string => {
  const [bare = ''] = /[\p{L}\p{N}].*/su.exec(link) ?? []
  const address = /^[a-z]+:(?!\d)/i.test(bare) ? bare.replace(/^[a-z]+:/i, 'https:') : `https://${bare}`
  return URL.canParse(address) ? new URL(address).hostname : ''
}
