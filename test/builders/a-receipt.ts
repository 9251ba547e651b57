import type { Receipt } from '../../functions/notification/receipt.ts'

const statement = { carrier: 'sns', messageId: 'message-1', at: '2026-11-22 12:00:05.12' } as const

/** The handset has the text. */
export const aReceipt = (overrides: Partial<Receipt> = {}): Receipt => ({
  ...statement,
  status: 'delivered',
  evidence: 'handset',
  ...overrides,
})

/** The phone could not be reached. */
export const aFailureReceipt = (overrides: Partial<Receipt> = {}): Receipt => ({
  ...statement,
  status: 'undelivered',
  failure: { class: 'absent', reason: 'unreachable' },
  ...overrides,
})
