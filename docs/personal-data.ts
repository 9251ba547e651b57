import { deployments } from '../infra/deployments.ts'

const { retentionDays } = deployments.production

/** A place in which personal data lie, as `docs/security.md` lists it. */
export interface Place {
  readonly where: string
  readonly holds: string
  readonly encryptedBy: string
  readonly until: string
}

const customerKey = 'the customer key'
const awsKey = 'a key of AWS'

/**
 * Every place that the canary search of the end-to-end tests reads and in which it lets personal data be. What it finds
 * anywhere else fails the run.
 */
export const searchedPlaces = {
  person: {
    where: 'the table: items `PERSON`',
    holds: 'number, parameters, text',
    encryptedBy: customerKey,
    until: `the validity's end and ${retentionDays.person} days (\`retentionDays.person\`); the text and the parameters of a code go with its outcome. DynamoDB deletes within days of that`,
  },
  personStream: {
    where: "the table's stream: images of those items",
    holds: 'the same',
    encryptedBy: `${customerKey} (as the table)`,
    until: '24 hours',
  },
  requestQueue: {
    where: 'the request queue: bodies',
    holds: 'the request',
    encryptedBy: customerKey,
    until: 'it is taken, at most 4 days',
  },
  requestDeadLetters: {
    where: '`DeadLetters` of the requests: bodies',
    holds: 'requests that nobody can read, or that failed',
    encryptedBy: customerKey,
    until: 'a person deletes them, at most 14 days',
  },
  interventions: {
    where: 'the queue of interventions and its `NotHeeded`: bodies',
    holds: 'ids, and whatever stands in an event that nobody can read',
    encryptedBy: customerKey,
    until: 'they are taken, at most 4 days; in `NotHeeded` a person deletes them, at most 14 days',
  },
  permissionQueue: {
    where: 'the queue of permissions: bodies',
    holds: 'suppressions and consents, with the number',
    encryptedBy: customerKey,
    until: 'it is taken, at most 4 days',
  },
  permissionDeadLetters: {
    where: '`Unread` of the permissions: bodies',
    holds: 'suppressions and consents that nobody can read, or that failed',
    encryptedBy: customerKey,
    until: 'a person deletes them, at most 14 days',
  },
  busDeadLetters: {
    where: '`NotEncrypted` of the bus: bodies',
    holds: 'requests that the bus could not encrypt or decrypt',
    encryptedBy: `${awsKey}: the customer key is what failed`,
    until: 'a person deletes them, at most 14 days',
  },
  receiptDeadLetters: {
    where: '`NotTaken` of the receipts: bodies',
    holds: "lines of SNS's delivery log that could not be taken, with the number",
    encryptedBy: customerKey,
    until: 'a person deletes them, at most 14 days',
  },
  deliveryLogs: {
    where: "SNS's two log groups `sns/<region>/<account>/DirectPublishToPhoneNumber` and `…/Failure`",
    holds: 'number, carrier',
    encryptedBy: `${customerKey}, where \`parts.encryptDeliveryLogs\` is on (production)`,
    until: `${retentionDays.logs} days (\`retentionDays.logs\`); the groups stay when the stack goes`,
  },
} as const satisfies Readonly<Record<string, Place>>

export type SearchedPlace = keyof typeof searchedPlaces

/** Places that nothing on one machine can look into. */
export const unsearchedPlaces: readonly Place[] = [
  {
    where: "the table's backups (point-in-time recovery)",
    holds: 'the `PERSON` items of every second',
    encryptedBy: customerKey,
    until: '35 days after they were erased from the table',
  },
  {
    where: 'the event bus, on its way to a queue of ours',
    holds: 'the request, or the suppression or consent',
    encryptedBy: customerKey,
    until: 'it is in the queue, at most 24 hours; an archive that somebody else makes of the bus keeps it as long as that says',
  },
  {
    where: 'what CloudWatch Logs and Lambda keep to call `receipt`',
    holds: "lines of SNS's delivery log",
    encryptedBy: awsKey,
    until: 'they are taken, at most 24 hours',
  },
  {
    where: 'the variable `ONLY_TO` of `validate`, and the stack’s template, where `onlyTo` is set',
    holds: 'the numbers that staging may text',
    encryptedBy: awsKey,
    until: 'the configuration changes',
  },
  {
    where: 'SNS, Twilio and the networks behind them',
    holds: 'number, text',
    encryptedBy: 'themselves',
    until: 'as the contract with them says',
  },
]
