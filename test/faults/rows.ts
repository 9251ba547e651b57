/** Where a fault of the list is met: by a test here, or where the sentence says. */
export type Row = { readonly fault: number; readonly what: string; readonly elsewhere?: string }

const bySimulation = 'by simulation only'
const byRules = 'by rule and property tests only'
const toBeBuilt = (what: string) => `belongs to the issue that builds ${what}`

/** The 44 faults, in their order. */
export const rows: readonly Row[] = [
  { fault: 1, what: 'the same event comes twice' },
  { fault: 2, what: 'the same id with other content' },
  { fault: 3, what: 'an archive replays an old event' },
  { fault: 4, what: 'a malformed event' },
  { fault: 5, what: 'PutEvents takes only some entries' },
  { fault: 6, what: 'StartExecution is throttled, or its answer is lost' },
  {
    fault: 7,
    what: 'the request queue cannot be reached for a day',
    elsewhere: `${bySimulation}; the dead-letter queue by synth test`,
  },
  { fault: 8, what: 'two workers arm at once' },
  { fault: 9, what: 'the arming write succeeds and its answer is lost' },
  { fault: 10, what: 'DynamoDB throttles' },
  { fault: 11, what: 'DynamoDB is away' },
  { fault: 12, what: 'a poisonous template or value', elsewhere: byRules },
  { fault: 13, what: 'a character turns one part into three' },
  { fault: 14, what: 'the configuration cannot be read', elsewhere: `carrier health ${toBeBuilt('it')}` },
  { fault: 15, what: 'every carrier looks down', elsewhere: `${bySimulation}; probing ${toBeBuilt('carrier health')}` },
  { fault: 16, what: 'the function dies after the carrier accepted' },
  { fault: 17, what: 'a timeout, and the text was sent' },
  { fault: 18, what: 'a timeout, and the text was not sent' },
  { fault: 19, what: 'no connection before the first byte' },
  { fault: 20, what: 'a server error before or after acceptance' },
  { fault: 21, what: 'a storm of 429' },
  { fault: 22, what: 'an answer that cannot be read, or an id seen before' },
  { fault: 23, what: 'something runs Send again' },
  { fault: 24, what: 'a brown-out', elsewhere: `moving traffic ${toBeBuilt('carrier health')}` },
  { fault: 25, what: 'total silence', elsewhere: `noticing it ${toBeBuilt('carrier health')}` },
  { fault: 26, what: 'the acceptance cannot be recorded' },
  { fault: 27, what: 'the receipt comes before the answer' },
  { fault: 28, what: 'the token has expired, or the execution was stopped' },
  { fault: 29, what: 'the answer of SendTaskSuccess is lost' },
  { fault: 30, what: 'receipts that repeat or contradict' },
  { fault: 31, what: 'receipts in the wrong order' },
  { fault: 32, what: 'forged and replayed callbacks' },
  { fault: 33, what: 'a receipt that comes late, or never' },
  { fault: 34, what: 'a false "delivered"', elsewhere: toBeBuilt('Notification Confirmed') },
  { fault: 35, what: 'the receipt function fails half-way through a batch' },
  { fault: 36, what: 'a receipt of the first carrier after the second was asked' },
  { fault: 37, what: 'receipt and deadline together' },
  { fault: 38, what: 'the deadline at the end of the validity' },
  { fault: 39, what: 'an opt-out just before the send', elsewhere: toBeBuilt('opt-out and quiet hours') },
  { fault: 40, what: 'clocks that disagree', elsewhere: bySimulation },
  { fault: 41, what: 'a deployment in mid-flight' },
  { fault: 42, what: 'a Region is lost', elsewhere: toBeBuilt('a second Region') },
  { fault: 43, what: 'pumping', elsewhere: toBeBuilt('budgets') },
  { fault: 44, what: 'a sink is down', elsewhere: 'log and metric sinks, and a bus that stays away: in a real account only' },
]
