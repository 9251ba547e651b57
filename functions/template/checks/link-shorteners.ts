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
 * Whether a link leads through a shortener.
 * @param link an address or a host, with or without a scheme
 */
export const isShortened = (link: string): boolean => {
  const [, host = ''] = /^(?:[a-z]+:\/\/)?(?:www\.)?([^/?#:]*)/i.exec(link) ?? []
  return shorteners.has(host.toLowerCase())
}
