import { type Check, type Finding, fault, fine } from '../finding.ts'
import { readSmsAttributes, type SmsAttributes } from '../sms-attributes.ts'

const remedy =
  'Deploy with parts.switchOnDeliveryLogging, or have whoever governs the account set DeliveryStatusIAMRole and DeliveryStatusSuccessSamplingRate to 100.'

export const judgeDeliveryLogging = ({ DeliveryStatusIAMRole, DeliveryStatusSuccessSamplingRate }: SmsAttributes): Finding => {
  if (!DeliveryStatusIAMRole) return fault('SNS does not log what becomes of texts: every one would end as unknown.', remedy)
  const rate = Number(DeliveryStatusSuccessSamplingRate ?? 0)
  return rate === 100
    ? fine('SNS logs what becomes of every text.')
    : fault(`SNS logs ${rate} % of what arrives: a missing receipt would mean nothing.`, remedy)
}

export const deliveryLogging: Check = {
  name: 'delivery logging',
  look: async (target) => judgeDeliveryLogging(await readSmsAttributes(target)),
}
