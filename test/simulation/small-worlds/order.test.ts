import { holdsIn } from './holds-in.ts'

holdsIn([
  { kind: 'order', receipts: 1, crashes: 1 },
  { kind: 'order', receipts: 1, lostReplies: 1 },
  { kind: 'order', outlived: 1 },
])
