import { describe, expect, it } from 'vitest'
import { describeFindings } from '../../../commands/doctor/describe-findings.ts'
import { advice, fault, fine, unknown } from '../../../commands/doctor/finding.ts'

const clocks = { check: 'clocks', ...fine('The clocks agree.') }
const onDuty = { check: 'people on duty', ...advice('Alarms call nobody.', 'Subscribe somebody.') }
const sandbox = { check: 'sandbox', ...unknown('Nothing here can tell.', 'Ask the account.') }
const secrets = { check: 'secrets', ...fault('The secret holds no account: every text is refused.', 'Put one in.') }

describe('what the doctor found', () => {
  it('is a line a check, with the remedy below where there is something to do, and what it comes to', () => {
    expect(describeFindings([clocks, onDuty, sandbox], undefined)).toEqual([
      'fine     clocks             The clocks agree.',
      'advice   people on duty     Alarms call nobody.',
      '                            Subscribe somebody.',
      'unknown  sandbox            Nothing here can tell.',
      '                            Ask the account.',
      '',
      'Nothing that was looked at is in the way of texts: fault 0, advice 1, unknown 1',
    ])
  })

  it('is not ready where one is a fault, and fits a terminal', () => {
    expect(describeFindings([clocks, secrets], 60)).toEqual([
      'fine     clocks             The clocks agree.',
      'fault    secrets            The secret holds no account:',
      '                            every text is refused.',
      '                            Put one in.',
      '',
      'Not ready: fault 1, advice 0, unknown 0',
    ])
  })
})
