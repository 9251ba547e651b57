import { hashRecipient } from '../../../functions/notification/hasher.ts'
import { stranger } from '../../../functions/recipient/recipient.ts'
import { recordConsent } from '../../../functions/recipient/record-consent.ts'
import { recipientKey } from '../../../functions/record/keys.ts'
import { aConsent } from '../../builders/a-recipient.ts'
import { hashing } from './simulated-deployment.ts'

/** The record of somebody who has agreed to marketing, as a consent that came before the run left it. */
export const consenting = (to: string) => ({
  ...recipientKey(hashRecipient(hashing, to)),
  ...recordConsent(stranger, aConsent()),
  version: 1,
  mark: 'consent',
})
