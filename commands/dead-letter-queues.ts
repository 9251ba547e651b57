import type { Target } from './target.ts'

type Queues = Readonly<Record<string, string>>

/** The dead-letter queues whose messages may hold numbers, by what lies in them and the alarm that calls for them. */
export const queuesWithNumbers = ({ outputs }: Pick<Target, 'outputs'>): Queues => ({
  'the bus (NotEncrypted)': outputs.EventsNotEncryptedUrl,
  'requests (DeadLetters)': outputs.RequestsDeadLettersUrl,
  'interventions (NotHeeded)': outputs.InterventionsNotHeededUrl,
  'permissions (Unread)': outputs.PermissionsUnreadUrl,
  'receipts (NotTaken)': outputs.ReceiptsNotTakenUrl,
})

/** Every dead-letter queue of a deployment, named likewise; the others hold ids alone. */
export const deadLetterQueues = ({ outputs }: Pick<Target, 'outputs'>): Queues => ({
  ...queuesWithNumbers({ outputs }),
  'ends (NotClosed)': outputs.DeliveryStepsNotClosedUrl,
  'ends (NotTold)': outputs.ExecutionsNotToldUrl,
  'reviews (ReviewNotClosed)': outputs.TemplatesStepsReviewNotClosedUrl,
  'reviews (EndsNotTold)': outputs.TemplatesEndsNotToldUrl,
  'changes (Unpublished)': outputs.StatusUnpublishedUrl,
})
