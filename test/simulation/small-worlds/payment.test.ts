import { holdsIn } from './holds-in.ts'

holdsIn([
  { kind: 'payment', receipts: 2 },
  { kind: 'payment', receipts: 1, crashes: 1, lostReplies: 1 },
])
