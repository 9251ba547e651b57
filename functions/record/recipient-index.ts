/** The index of the notifications by whom they are for and when they were asked for: two fields that every one of them has. */
export const recipientIndex = {
  name: 'by-recipient',
  partition: 'recipientHash',
  sort: 'requestedAt',
  tells: ['notificationId'],
} as const
