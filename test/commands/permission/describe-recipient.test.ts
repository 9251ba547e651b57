import { expect, it } from 'vitest'
import { describeConsentOf, describeHistory, describeSuppressions } from '../../../commands/permission/describe-recipient.ts'
import { stranger } from '../../../functions/recipient/recipient.ts'
import { recordConsent } from '../../../functions/recipient/record-consent.ts'
import { restore } from '../../../functions/recipient/restore.ts'
import { suppress } from '../../../functions/recipient/suppress.ts'
import { aConsent, aStatement } from '../../builders/a-recipient.ts'
import { atNoon } from '../../builders/noon.ts'

it('what stands is a line a scope: who said so, when and why', () => {
  const by = 'arn:aws:iam::111122223333:user/ada'
  const said = restore(
    suppress(stranger, 'all', aStatement({ by })),
    'marketing',
    aStatement({ source: 'twilio', reason: 'replied-start' }),
  )
  expect(describeSuppressions(said)).toEqual([
    `all        suppressed  2026-11-22 12:00 UTC  by 111122223333/shop: asked-to-stop (${by})`,
    'marketing  restored    2026-11-22 12:00 UTC  by twilio: replied-start',
  ])
  expect(describeConsentOf(recordConsent(stranger, aConsent()))).toEqual([
    'consent    given       2026-11-22 12:00 UTC  by 111122223333/shop: checkout-form, wording 2026-03',
  ])
})

it('nothing is said to stand where nobody has said anything', () => {
  expect(describeSuppressions(stranger)).toEqual(['Nothing is suppressed.'])
  expect(describeConsentOf(stranger)).toEqual(['No consent is recorded: no marketing is sent.'])
  expect(describeHistory([])).toEqual([])
})

it('the history is every word, and what others wrote moves no cursor', () => {
  const { suppressions } = suppress(stranger, 'all', aStatement({ source: '111122223333/\u001b[2J' }))
  expect(describeHistory([{ suppressions, recordedAt: atNoon() }])).toEqual([
    '',
    'history:',
    '  all        suppressed  2026-11-22 12:00 UTC  by 111122223333/<U+001B>[2J: asked-to-stop',
  ])
})
