import { holdsIn } from './holds-in.ts'

/** What people say meets every step of a delivery, also before the notification is requested. */
holdsIn([
  { kind: 'order', optOuts: 1, crashes: 1 },
  { kind: 'marketing', optOuts: 1, lostReplies: 1 },
  { kind: 'order', cancellations: 1, crashes: 1 },
  { kind: 'verification', confirmations: 1, lostReplies: 1 },
  { kind: 'order', cancellations: 1, confirmations: 1 },
  { kind: 'marketing', isUnrequested: true, cancellations: 1, crashes: 1 },
  { kind: 'verification', isUnrequested: true, confirmations: 1, lostReplies: 1 },
])
