import { onTestFinished, vi } from 'vitest'
import type { Message } from '../../../functions/carriers/carrier.ts'
import { type SnsSettings, sns } from '../../../functions/carriers/sns.ts'

export const aMessage = (overrides: Partial<Message> = {}): Message => ({
  to: '+14155550123',
  text: 'Shop: order 4711 comes on 2026-11-24.',
  sender: {},
  attempt: { notificationId: 'shop-order-4711-shipped', attempt: 1 },
  isTransactional: true,
  validForSeconds: 3_600,
  ...overrides,
})

/** The carrier `sns` as `send` has it, but for its address and, in a test, less patience. */
export const aCaller = (url: string, settings: Partial<SnsSettings> = {}) => {
  const environment = {
    AWS_ENDPOINT_URL_SNS: url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { send } = sns({ timeoutMs: 5_000, maxPriceUsd: 0.5, ...settings })
  return (overrides: Partial<Message> = {}) => send(aMessage(overrides))
}
