import type { Target } from './target.ts'

type Queues = Readonly<Record<string, string>>

/** The dead-letter queues whose messages may hold numbers, by what they are called. */
export const queuesWithNumbers = ({ outputs }: Pick<Target, 'outputs'>): Queues => ({
  'the bus': outputs.EventsNotEncryptedUrl,
  requests: outputs.RequestsDeadLettersUrl,
  interventions: outputs.InterventionsNotHeededUrl,
  permissions: outputs.PermissionsUnreadUrl,
  receipts: outputs.ReceiptsNotTakenUrl,
})

/** Every dead-letter queue of a deployment, by what it is called; the others hold ids alone. */
export const deadLetterQueues = ({ outputs }: Pick<Target, 'outputs'>): Queues => ({
  ...queuesWithNumbers({ outputs }),
  'ends not closed': outputs.DeliveryStepsNotClosedUrl,
  'ends not told': outputs.ExecutionsNotToldUrl,
  'reviews not closed': outputs.TemplatesStepsReviewNotClosedUrl,
  'reviews not told': outputs.TemplatesEndsNotToldUrl,
  changes: outputs.StatusUnpublishedUrl,
})
