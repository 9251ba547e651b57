import type { Finding } from '../finding.ts'
import type { Readable } from '../readable.ts'
import { mentions } from './links-in.ts'
import { saysHowToOptOut } from './opt-out-words.ts'

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
  remedy: 'take senderId away, or add an opt-out link that links lists',
})

/** Marketing says in each language how it ends, and it can be ended that way. */
export const checkOptOut = ({ kind, senderId, links = [], texts = {} }: Readable): Finding[] =>
  kind !== 'marketing'
    ? []
    : Object.entries(texts).flatMap(([locale, text]) => {
        const hasLink = links.some((link) => mentions(text, link))
        return [
          ...(saysHowToOptOut(text, locale) ? [] : [unsaid(locale)]),
          ...(senderId !== undefined && !hasLink ? [unheard(locale)] : []),
        ]
      })
