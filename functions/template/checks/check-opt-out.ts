import type { Finding } from '../finding.ts'
import type { Readable } from '../readable.ts'
import { withStandIns } from '../text-pieces.ts'
import { withoutLinks } from './links-in.ts'
import { asksForReply, leadsOut, linkMark } from './opt-out-words.ts'

const unsaid = (locale: string): Finding => ({
  code: 'marketing-without-opt-out',
  field: `texts.${locale}`,
  sentence: 'does not say how to get no more marketing, which it must in its own language',
  remedy: 'end it with wording like "Reply STOP to opt out", or "Unsubscribe:" and a link that links lists',
})

const unheard = (locale: string): Finding => ({
  code: 'sender-takes-no-replies',
  field: `texts.${locale}`,
  sentence: 'offers no way out but a reply, and nobody can reply to the name in senderId',
  remedy: 'take senderId away, or write "Unsubscribe:", in its language, before a link that links lists',
})

/** Marketing says in each language how it ends, and it can be ended that way: by a reply that is heard, or by a link. */
export const checkOptOut = ({ kind, senderId, links = [], slots = {}, texts = {} }: Readable): Finding[] =>
  kind !== 'marketing'
    ? []
    : Object.entries(texts).flatMap(([locale, text]) => {
        const isLink = (slot: string) => Object.hasOwn(slots, slot) && slots[slot]?.type === 'url'
        const filled = withStandIns(
          text,
          (slot) => (isLink(slot) ? linkMark : 'xx'),
          () => linkMark, // it may become one
        )
        const hasLink = leadsOut(withoutLinks(filled, links, linkMark), locale)
        return [
          ...(hasLink || asksForReply(withoutLinks(filled, links), locale) ? [] : [unsaid(locale)]),
          ...(senderId !== undefined && !hasLink ? [unheard(locale)] : []),
        ]
      })
