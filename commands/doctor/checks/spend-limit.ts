import { type Check, type Finding, fault, fine } from '../finding.ts'
import { readSmsAttributes, type SmsAttributes } from '../sms-attributes.ts'

/** US dollars a month, of an account that nobody has asked for more. Source: https://docs.aws.amazon.com/sns/latest/dg/channels-sms-awssupport-spend-threshold.html */
const initialLimit = 1

export const judgeSpendLimit = ({ MonthlySpendLimit }: SmsAttributes): Finding => {
  const limit = Number(MonthlySpendLimit ?? initialLimit)
  return limit <= initialLimit
    ? fault(
        `SNS may spend ${limit} USD a month: some hundred texts, and what it accepts beyond them never arrives.`,
        'Raise it: Service Quotas or a support case for SNS text messaging, then MonthlySpendLimit in the SNS console.',
      )
    : fine(`SNS may spend ${limit} USD a month.`)
}

export const spendLimit: Check = {
  name: 'spend limit',
  look: async (target) => judgeSpendLimit(await readSmsAttributes(target)),
}
