import type { SendNext } from '../../functions/notification/next.ts'

/** The decision to hand the first attempt to SNS and to wait half an hour. */
export const aSendNext = (overrides: Partial<SendNext> = {}): SendNext => ({
  decision: 'send',
  attempt: 1,
  carrier: 'sns',
  awaitReceipt: true,
  waitSeconds: 1_800,
  ...overrides,
})
