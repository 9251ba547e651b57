import type { Finding } from '../finding.ts'
import type { Readable } from '../readable.ts'
import { isShortened } from './link-shorteners.ts'
import { linksIn } from './links-in.ts'
import { wordsOf } from './words-of.ts'

const shortened = (field: string): Finding => ({
  code: 'link-shortener',
  field,
  sentence: 'leads through a link shortener, which networks filter and which hides where it leads',
  remedy: 'use an address of your own domain',
})

/** No link through a shortener: in the texts, in the list of links, and among the hosts of slots. */
export const checkShorteners = (template: Readable): Finding[] => {
  const { links = [], slots = {} } = template
  const listed = links.map((link, index) => ({ field: `links.${index}`, link }))
  const hosts = Object.entries(slots).flatMap(([name, slot]) =>
    slot.type === 'url' ? slot.hosts.map((link, index) => ({ field: `slots.${name}.hosts.${index}`, link })) : [],
  )
  const written = wordsOf(template).filter(({ words }) => linksIn(words, links).some(isShortened))
  return [...[...listed, ...hosts].filter(({ link }) => isShortened(link)), ...written].map(({ field }) => shortened(field))
}
