import { holdsIn } from './holds-in.ts'

holdsIn([
  { kind: 'verification', crashes: 1 },
  { kind: 'verification', receipts: 1, lostReplies: 1 },
  { kind: 'verification', outlived: 1 },
  { kind: 'verification', startedTwice: 1 },
])
