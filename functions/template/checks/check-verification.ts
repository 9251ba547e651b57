import type { Finding } from '../finding.ts'
import type { Readable } from '../readable.ts'
import { linksIn } from './links-in.ts'
import { wordsOf } from './words-of.ts'

const codeSlotsOf = ({ slots = {} }: Readable) =>
  Object.entries(slots).flatMap(([name, { type }]) => (type === 'code' ? [name] : []))

const withoutCode = (template: Readable): Finding[] =>
  template.slots === undefined || codeSlotsOf(template).length > 0
    ? []
    : [
        {
          code: 'verification-without-code',
          field: 'slots',
          sentence: 'declares no code, which is what a verification is for',
          remedy: "declare one, like code: { type: code, length: 6, example: '042817' }, or choose another kind",
        },
      ]

const withLink = (template: Readable): Finding[] =>
  wordsOf(template)
    .filter(({ words }) => linksIn(words).length > 0)
    .map(({ field }) => ({
      code: 'verification-with-link',
      field,
      sentence: 'holds a link, and people learn from it to follow links in texts about codes',
      remedy: 'take the link out and let people type the code',
    }))

const outside = (name: string): Finding => ({
  code: 'code-outside-verification',
  field: `slots.${name}`,
  sentence: 'is a code, and codes are sent by templates of kind verification only',
  remedy: 'choose the kind verification, or the type text with characters: identifier where it is no secret',
})

/** A verification holds its code and no link; nothing else holds a code, for only a verification is sent with its haste and care. */
export const checkVerification = (template: Readable): Finding[] => {
  if (template.kind === undefined) return []
  return template.kind === 'verification' ? [...withoutCode(template), ...withLink(template)] : codeSlotsOf(template).map(outside)
}
