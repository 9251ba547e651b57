interface Overrides {
  readonly notification?: object
  readonly delivery?: object
  readonly status?: string
}

/** One line of SNS's delivery log, as SNS writes it of a delivered text; what is overridden by undefined is left out. */
export const aDeliveryLog = ({ notification, delivery, ...others }: Overrides = {}): string =>
  JSON.stringify({
    notification: { messageId: 'message-1', timestamp: '2026-11-22 12:00:05.12', ...notification },
    delivery: {
      phoneCarrier: 'Example Mobile',
      mnc: 1,
      mcc: 1,
      numberOfMessageParts: 1,
      destination: '+14155550123',
      priceInUSD: 0.00645,
      smsType: 'Transactional',
      providerResponse: 'Message has been accepted by phone',
      dwellTimeMs: 600,
      dwellTimeMsUntilDeviceAck: 1300,
      ...delivery,
    },
    status: 'SUCCESS',
    ...others,
  })

/** And of one that failed, in these words. */
export const aFailureLog = (providerResponse: string | undefined): string =>
  aDeliveryLog({ status: 'FAILURE', delivery: { providerResponse } })
