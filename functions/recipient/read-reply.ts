/** What somebody asks by a text to us. */
export type Reply = 'stop' | 'start' | 'help'

/**
 * The union of what SNS, Twilio and the US rule take for an opt-out; a whole text, never a word in one. What is not here says nothing.
 * Sources: https://docs.aws.amazon.com/sns/latest/dg/sms_manage.html (opting out),
 * https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out, 47 CFR 64.1200(a)(10)
 */
const stopWords = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'REMOVE',
  'OPT OUT',
  'OPT-OUT',
  'OPTOUT',
  'ARRET',
  'TD',
]

const replies: ReadonlyMap<string, Reply> = new Map<string, Reply>([
  ...stopWords.map((word) => [word, 'stop'] as const),
  ['START', 'start'],
  ['HELP', 'help'],
])

/** Spaces, however many, are one; those around it, and a full stop, are none. So are marks that nobody sees, which keyboards add. */
const bare = (text: string) => text.replaceAll(/[\s\p{Cf}]+/gu, ' ').replaceAll(/^[ .]+|[ .]+$/g, '')

/**
 * Reads a text that somebody sent to us, in any case.
 * @returns undefined for whatever is no such word: people write many things, and nobody guesses
 */
export const readReply = (text: string): Reply | undefined => replies.get(bare(text).toUpperCase())
