/** Where something ends that nobody could handle. */
export const deadEnds = {
  EventsNotEncryptedQueue: 'events that the bus could not encrypt or decrypt',
  RequestsDeadLettersQueue: 'requests that nobody can read or that failed five times',
  DeliveryStepsNotClosedQueue: 'ended executions that close failed with',
  InterventionsNotHeededQueue: 'cancellations and confirmations that nobody can read or that failed five times',
  PermissionsUnreadQueue: 'words on whom to text that nobody can read or that failed five times',
  ReceiptsNotTakenQueue: 'receipts that failed three times',
  ExecutionsNotToldQueue: 'ended executions that EventBridge could not tell close of',
  TemplatesEndsNotToldQueue: 'ended reviews that EventBridge could not tell close-review of',
  TemplatesStepsReviewNotClosedQueue: 'ended reviews that close-review failed with',
  StatusUnpublishedQueue: 'places in the stream that publish failed with',
}
