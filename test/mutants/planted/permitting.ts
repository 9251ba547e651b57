import type { Mutant } from '../mutant.ts'

const counts = 'functions/recipient/counts-over.ts'
const ofWords = 'test/functions/recipient/words.test.ts'
const update = 'functions/record/recipient/recipient-update.ts'
const change = 'functions/record/recipient/change-recipient.ts'
const ofChange = 'test/records/change-recipient.test.ts'
const reading = 'functions/permit/read-permission.ts'
const ofReading = 'test/functions/permit/read-permission.test.ts'
const inbound = 'functions/carriers/twilio-inbound.ts'
const ofInbound = 'test/functions/carriers/twilio-inbound.test.ts'
const ofReply = 'test/functions/reply/handler.test.ts'
const publish = 'functions/publish/handler.ts'
const ofPublish = 'test/functions/publish/handler.test.ts'

/** Whoever said stop is not texted, whoever they said it to and in whatever order it is heard. */
export const permitting: readonly Mutant[] = [
  {
    name: 'a word that comes late counts over a later one',
    file: counts,
    find: 'if (later !== 0) return later > 0',
    replace: '',
    caughtBy: {
      file: ofWords,
      test: 'who said stop > stays restored when the word that it lifted comes late',
    },
    breaks: 'I7',
  },
  {
    name: 'of a stop and a start at one instant the start counts',
    file: counts,
    find: 'if (higher !== 0) return higher > 0',
    replace: 'if (higher !== 0) return higher < 0',
    caughtBy: { file: ofWords, test: 'who said stop > is suppressed when both are said in one instant' },
    breaks: 'I7',
  },
  {
    name: 'a consent lifts a stop',
    file: 'functions/recipient/record-consent.ts',
    find: '{ ...recipient, consent }',
    replace: '{ ...recipient, consent, suppressions: {} }',
    caughtBy: { file: ofWords, test: 'consent > lifts no suppression' },
    breaks: 'I7',
  },
  {
    name: 'a stop under a former key of the hashes counts no more',
    file: 'functions/recipient/merge-recipients.ts',
    find: 'if (word) merged = withSuppression(merged, scope, word)',
    replace: '',
    caughtBy: { file: ofWords, test: 'words on somebody > count alike under one key of the hashes or under several' },
    breaks: 'I7',
  },
  {
    name: 'a word is written over an arming that came between',
    file: update,
    find: "isNew ? 'attribute_not_exists(PK)' : '#version = :unchanged'",
    replace: "isNew ? 'attribute_not_exists(nobody)' : '#version = :unchanged'",
    caughtBy: { file: ofChange, test: 'two words at once > never write over an arming that came between' },
    breaks: 'I7',
  },
  {
    name: 'time erases a stop',
    file: change,
    find: 'recipientUpdate(name, before, after, { mark, ttl: undefined })',
    replace: 'recipientUpdate(name, before, after, { mark })',
    caughtBy: {
      file: ofChange,
      test: 'what is known of a recipient > is never erased by time, neither what was said nor what changed, also where only notifications were counted before',
    },
    breaks: 'I7',
  },
  {
    name: 'a stop whose reply was lost is told as if it had been there before',
    file: change,
    find: "if (stored.mark === mark) return 'changed' // written, though the reply was lost",
    replace: '',
    caughtBy: {
      file: ofChange,
      test: 'a reply that was lost > leaves one change, told as one, also where the repeat was refused',
    },
    breaks: 'F9',
  },
  {
    name: 'a recipient is read as they may have been',
    file: 'functions/record/recipient/stored-recipient.ts',
    find: ', ConsistentRead: true',
    replace: '',
    caughtBy: {
      file: 'test/records/consistent-reads.test.ts',
      test: 'a recipient is read as it is now, never as it may have been: no rule judges an old image',
    },
    breaks: 'I7',
  },
  {
    name: 'a stop that comes a day late is refused',
    file: reading,
    find: "    case 'Suppress Recipient':\n      return readSuppression(event)",
    replace: "    case 'Suppress Recipient':\n      return event.isStale ? rejection('stale') : readSuppression(event)",
    caughtBy: {
      file: ofReading,
      test: 'an old event > still suppresses, as of when it was said: an opt-out is never lost',
    },
    breaks: 'I7',
  },
  {
    name: 'a replay of an old event lets somebody be texted',
    file: reading,
    find: "return event.isStale ? rejection('stale') : readRestoring(event)",
    replace: 'return readRestoring(event)',
    caughtBy: { file: ofReading, test: 'an old event > Restore Recipient lets nobody be texted' },
    breaks: 'F3',
  },
  {
    name: 'a word stands for ever, since it is dated by a time to come',
    file: reading,
    find: 'Math.min(said === undefined ? at.getTime() : Date.parse(said), at.getTime())',
    replace: 'said === undefined ? at.getTime() : Date.parse(said)',
    caughtBy: { file: ofReading, test: 'a word on somebody > Suppress Recipient says nothing of a time to come' },
    breaks: 'F40',
  },
  {
    name: 'the number is kept with the reason',
    file: 'functions/permit/permission-events.ts',
    find: 'if (revealsNumber(detail[name], detail.to))',
    replace: 'if (false)',
    caughtBy: {
      file: ofReading,
      test: 'a malformed event > Suppress Recipient with {"reason":"of 415-555-0123"} has every wrong field named',
    },
    breaks: 'I6',
  },
  {
    name: 'a word that nobody can read is dropped',
    file: 'functions/permit/handler.ts',
    find: "if (reason === 'malformed') await keepDeadLetter(body)",
    replace: '',
    caughtBy: {
      file: 'test/functions/permit/handler.test.ts',
      test: 'a word that is refused > is kept in the dead-letter queue as it came when nobody can read it, and only then',
    },
    breaks: 'F4',
  },
  {
    name: 'a word in a sentence is taken for a stop',
    file: 'functions/recipient/read-reply.ts',
    find: 'replies.get(bare(text).toUpperCase())',
    replace: "replies.get(bare(text).toUpperCase().split(' ').at(-1) ?? '')",
    caughtBy: { file: 'test/functions/recipient/read-reply.test.ts', test: 'a reply > "do not stop" asks for nothing' },
    breaks: 'I7',
  },
  {
    name: 'anybody may bring a text, whoever signed it',
    file: inbound,
    find: '  if (unsigned) return unsigned\n',
    replace: '',
    caughtBy: { file: ofReply, test: 'a text that is refused changes nothing and is counted > 401: it is forged' },
    breaks: 'F32',
  },
  {
    name: 'where the words say stop and Twilio says start, it is a start',
    file: inbound,
    find: "(['stop', 'start', 'help'] as const)",
    replace: "(['start', 'stop', 'help'] as const)",
    caughtBy: { file: ofInbound, test: 'a text to us > asks to stop by "stop", which Twilio takes for START' },
    breaks: 'I7',
  },
  {
    name: 'a start that is replayed lifts a later stop',
    file: 'functions/record/keep-reply.ts',
    find: '#at = if_not_exists(#at, :at)',
    replace: '#at = :at',
    caughtBy: {
      file: ofReply,
      test: 'a text that Twilio signed > counts as of the first time it came: a START that is replayed lifts no later STOP',
    },
    breaks: 'F32',
  },
  {
    name: 'who asked for help is told by number',
    file: 'functions/reply/handler.ts',
    find: 'const recipientHash = hashRecipient(hasher, from)',
    replace: 'const recipientHash = from',
    caughtBy: {
      file: ofReply,
      test: 'a text that Twilio signed > is told to whoever can answer when it asks for help, by ids alone',
    },
    breaks: 'I6',
  },
  {
    name: 'an opt-out that a carrier told of suppresses nobody',
    file: publish,
    find: '    await suppressOptedOut(dependencies, before, after)\n',
    replace: '',
    caughtBy: {
      file: ofPublish,
      test: 'an opt-out that a carrier tells of > by a receipt suppresses all, in the carrier’s name and as of the arming',
    },
    breaks: 'I7',
  },
  {
    name: 'an opt-out that is told late, or again, suppresses whoever was restored since',
    file: 'functions/publish/suppress-opted-out.ts',
    find: 'at: armedAt,',
    replace: 'at: new Date(Date.parse(armedAt) + 86_400_000).toISOString(),',
    caughtBy: {
      file: ofPublish,
      test: 'an opt-out that a carrier tells of > suppresses nobody who was restored since, however late it is told',
    },
    breaks: 'I7',
  },
  {
    name: 'an opt-out is lost to another failure of the same text',
    file: 'functions/notification/failure.ts',
    find: "isOptOut(failure) ? '' : failure.reason",
    replace: 'failure.reason',
    caughtBy: {
      file: 'test/functions/notification/failure.test.ts',
      test: 'keeps an opt-out of any two: it ends more than this text',
    },
    breaks: 'I7',
  },
]
