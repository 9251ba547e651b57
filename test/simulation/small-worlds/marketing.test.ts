import { holdsIn } from './holds-in.ts'

holdsIn([
  { kind: 'marketing', receipts: 2 },
  { kind: 'marketing', receipts: 1, crashes: 1, lostReplies: 1 },
  { kind: 'marketing', outlived: 1 },
  { kind: 'marketing', startedTwice: 1 },
])
