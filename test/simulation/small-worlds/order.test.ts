import { holdsIn } from './holds-in.ts'

holdsIn([
  { kind: 'order', receipts: 1, crashes: 1 },
  { kind: 'order', startedTwice: 1 },
])
