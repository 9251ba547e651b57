import { optedOut } from '../notification/failure.ts'
import type { Notification } from '../notification/notification.ts'
import { suppress } from '../recipient/suppress.ts'
import type { ChangeRecipient } from '../record/recipient/change-recipient.ts'
import { optOuts } from './opt-outs.ts'

export interface Dependencies {
  readonly changeRecipient: ChangeRecipient
  readonly now: () => Date
}

/**
 * Takes for everybody's what one carrier was told: no other hears of it. It counts as of the arming, the last instant that was surely
 * before the carrier judged, so that a repeat says the same, and whoever was restored since stays so until a carrier says it anew.
 */
export const suppressOptedOut = async (
  { changeRecipient, now }: Dependencies,
  before: Notification | undefined,
  after: Notification,
): Promise<void> => {
  for (const { armedAt, carrier } of optOuts(before, after)) {
    const said = { at: armedAt, source: carrier, reason: optedOut.reason }
    await changeRecipient(after.recipientHash, (recipient) => suppress(recipient, 'all', said), now())
  }
}
