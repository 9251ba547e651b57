/** Why a change that Stryker makes to a rule changes nothing that anybody could see. */
export interface Survivor {
  /** What is changed, as it stands in the file, or how that begins. */
  readonly from: string
  /** What it is changed to; left out where the reason holds for any change. */
  readonly to?: string
  readonly why: string
}

const exhaustive = 'the switch names every case: the compiler needs this branch and nothing reaches it'
const typeOnly = 'the compiler needs it: the value is always there'
const silent = 'a function without an answer answers undefined'
const judgedBefore = 'the parameters were judged: all are strings'
const lowest = 'what is undefined stands in no order, so it ranks lowest'
const saidByEnd = '`end` says so by itself where an attempt is delivered'
const byDiscriminator = 'zod gives options to a union with a discriminator, and to no other'
const wellFormed = 'texts are well-formed: a high half stands before a low one and nowhere else'
const halfIsName = 'half a pair counts as a letter of a name too, so that a lone one hides no link'
const bothOrNeither = 'the locale and its text are there together, or neither is'
const onlyFaster = 'a short cut: the longer way comes to the same'
const noName = 'there is no letter of a name at the edge'
const noCountry = 'no list of countries holds undefined'

/** What Stryker may change in the rules without any test to notice, by file, each with the reason. */
export const survivors: Readonly<Record<string, readonly Survivor[]>> = {
  'functions/carriers/never-left.ts': [
    { from: "typeof error.code === 'string'", why: 'the set holds strings only, so no other code is in it' },
  ],
  'functions/carriers/retry-after.ts': [{ from: "''", why: 'the changed text is as unreadable as an empty one' }],
  'functions/carriers/sns-delivery-log.ts': [],
  'functions/carriers/twilio-request.ts': [{ from: "''", why: 'the changed text is no form either' }],
  'functions/carriers/twilio-receipt.ts': [
    { from: 'data === undefined', why: 'without data there is no meaning, which the next condition sees' },
  ],
  'functions/carriers/twilio-signature.ts': [
    { from: "''", why: typeOnly },
    { from: '[]', why: 'every URL that comes here has a scheme, so the pattern always matches' },
    { from: 'a < b', to: 'a <= b', why: 'the names are distinct' },
    {
      from: '/^(https?',
      why: 'the URL begins with its scheme, which is the first match, and the last part takes all that is left',
    },
  ],
  'functions/fall-back/decide-fall-back.ts': [
    { from: 'default:', why: exhaustive },
    {
      from: 'seconds !== undefined',
      to: 'true',
      why: 'no number is never within the time that is left, so it stops all the same',
    },
    { from: '[]', why: 'no carrier is called what the changed list names' },
  ],
  'functions/fall-back/next-carrier.ts': [
    { from: 'attempt?.answer', why: 'asked of a carrier that was tried, so there is an attempt' },
    { from: 'attempt !== undefined', why: 'asked once every carrier was tried, so there is an attempt' },
  ],
  'functions/notification/canonical-locale.ts': [
    { from: '{\n    if (error instanceof RangeError)', why: silent },
    { from: 'error instanceof RangeError', why: 'Intl throws nothing else' },
  ],
  'functions/notification/failure.ts': [{ from: 'rank(a) <= rank(b)', why: 'two failures of one rank are equal' }],
  'functions/notification/merge.ts': [
    { from: 'order.indexOf(a) >= order.indexOf(b)', why: 'two of one rank are equal' },
    { from: 'a === undefined', to: 'false', why: lowest },
    { from: 'b === undefined', to: 'false', why: lowest },
    { from: 'a.currency > b.currency', to: 'a.currency >= b.currency', why: 'two equal prices are the same price' },
    { from: "{ outcome: 'delivered', reason: 'receipt' }", why: saidByEnd },
    { from: "'delivered'", why: saidByEnd },
    { from: "'receipt'", why: saidByEnd },
  ],
  'functions/notification/parse-json.ts': [{ from: '{\n    return undefined', why: silent }],
  'functions/template/parse-text.ts': [
    { from: 'braces < 0', to: 'braces <= 0', why: 'braces at the very beginning were read before' },
  ],
  'functions/notification/problems-of.ts': [
    { from: "'has a name that", why: 'every schema that has a rule for names says it in a sentence of its own' },
    { from: "'options' in issue && ", why: byDiscriminator },
    { from: 'issue.options !== undefined', why: byDiscriminator },
    { from: "'items'", why: 'no schema has a map' },
    { from: "'fields'", why: 'no schema limits the fields of an object' },
  ],
  'functions/template/template.ts': [
    { from: "'custom'", why: 'the code of an issue is not read where it has a sentence of ours' },
  ],
  'functions/publish/counted-metrics.ts': [{ from: 'duplicates > 0', to: 'duplicates >= 0', why: 'a count of none is left out' }],
  'functions/publish/status-events.ts': [
    { from: 'after.outcome === undefined', why: 'an outcome never goes again, so without one both are undefined' },
  ],
  'functions/receipt/with-evidence.ts': [{ from: 'country !== undefined', why: noCountry }],
  'functions/request/fingerprint.ts': [{ from: 'a < b', why: 'the names are distinct, and any one order serves' }],
  'functions/request/read-request.ts': [{ from: 'sendAfter !== undefined', why: 'a date of nothing is never later than now' }],
  'functions/send/arm.ts': [{ from: 'notification.attempts[attempt - 1]?.mark', why: typeOnly }],
  'functions/template/choose-text.ts': [
    { from: '[]', why: 'no template has a text for the changed locale' },
    { from: 'chosen === undefined', why: bothOrNeither },
    { from: 'text === undefined', why: bothOrNeither },
    { from: 'exact !== undefined', to: 'false', why: onlyFaster },
  ],
  'functions/template/holds-hidden-character.ts': [{ from: 'point >= 0x20', why: onlyFaster }],
  'functions/template/holds-link.ts': [
    { from: "'.'", to: '""', why: 'only a full stop at the very beginning is not looked at, and it is between nothing' },
    { from: 'at >= 0', to: 'at > 0', why: 'a full stop at the very beginning is between nothing' },
    { from: 'begin > 0', why: 'before the beginning there is no digit' },
    { from: 'at - begin < 4', why: 'a number of more than three digits is none of an address, however far it is looked at' },
    { from: 'begin < at', why: 'the pattern begins with a digit' },
    { from: 'first === undefined', to: 'false', why: 'nothing is in no range of letters' },
    { from: 'first > 0xffff', why: halfIsName },
    { from: 'text.charCodeAt(at) < 0x80', why: noName },
    { from: 'last >= 0xdc00', why: halfIsName },
    { from: 'last <= 0xdfff', why: halfIsName },
    { from: 'at - 2', why: halfIsName },
    { from: 'pair !== undefined', why: halfIsName },
    { from: 'pair > 0xffff', why: halfIsName },
  ],
  'functions/text/as-sent.ts': [
    { from: 'septets === undefined', to: 'true', why: onlyFaster },
    { from: 'plain.length <= composed.length', why: onlyFaster },
  ],
  'functions/text/beyond-gsm.ts': [{ from: "{ granularity: 'grapheme' }", why: 'it is what Intl does by itself' }],
  'functions/text/count-parts.ts': [
    { from: 'units + least - 1', why: onlyFaster },
    { from: 'least * each', why: onlyFaster },
  ],
  'functions/text/end-of-part.ts': [
    { from: 'at < text.length', to: 'at <= text.length', why: 'there is no unit after the last, and none takes no room' },
    { from: 'end >= text.length', why: 'an end beyond the text is its end: whoever splits or counts stops there' },
    { from: 'unit >= 0xd800', why: wellFormed },
    { from: 'unit <= 0xdbff', why: wellFormed },
    { from: 'unit <= 0xdfff', why: wellFormed },
  ],
  'functions/text/normalise.ts': [{ from: 'from === 0', to: 'false', why: onlyFaster }],
  'functions/text/price-of.ts': [{ from: 'list[country]?.[carrier]', why: typeOnly }],
  'functions/notification/canonical.ts': [{ from: 'a < b', why: 'the names are distinct, and any one order serves' }],
  'functions/text/gsm-03-38.ts': [{ from: "''", why: 'the changed text adds only letters that the alphabet has' }],
  'functions/validate/judge-number.ts': [{ from: 'country === undefined', why: noCountry }],
  'functions/validate/make-plan.ts': [
    { from: "typeof entry[1] === 'string'", why: judgedBefore },
    { from: 'Object.entries(params).filter(', why: judgedBefore },
  ],
  'functions/template/render.ts': [{ from: "'; it '", why: 'it is how a fault reads that no checked template causes' }],
}
