import { expect, it } from 'vitest'
import { readTemplate } from '../../../functions/record/read-template.ts'
import { changeReview } from '../../../functions/record/review/change-review.ts'
import { findReview } from '../../../functions/record/review/find-review.ts'
import { storeDraft } from '../../../functions/record/review/store-draft.ts'
import { withDecision } from '../../../functions/template/review/decide-review.ts'
import { StoredVersion } from '../../../functions/template/stored-version.ts'
import { Template } from '../../../functions/template/template.ts'
import { aDecision, aReview } from '../../builders/a-review.ts'
import { aSubmission } from '../../builders/a-submission.ts'
import { aTableInProcess } from '../../builders/a-table-in-process.ts'
import { aTemplate } from '../../builders/a-template.ts'

/** As if it had been approved before today's rules and by another Intl. */
const ofOtherDays = aSubmission({
  brand: 'S',
  description: 'First line.\nSecond line.',
  links: ['http://shop.example'],
  slots: {
    orderNo: { type: 'text', maxLength: 9_000, example: '' },
    eta: { type: 'date', zone: 'Mars/Olympus', example: 'soon' },
    amount: { type: 'money', currencies: ['XXY'], maxMinorUnits: 1e15, example: { minorUnits: 0.5, currency: 'ABC' } },
    level: { type: 'enum', values: { gold: { xx_YY: ' evil.com ' } }, example: 'silver' },
  },
  texts: { en: ' {{orderNo}} ', xx_YY: 'Shop: \u202e{{' },
})

it('is what an approved version is read by, and no rule of today judges it again', async () => {
  expect(Template.safeParse(ofOtherDays).success).toBe(false)
  const table = aTableInProcess()
  await storeDraft(table)(ofOtherDays, aReview())
  await changeReview(table)('order-shipped', 1, ({ review }) => ({ review: withDecision(review, aDecision()), answer: true }))
  const stored = { ...ofOtherDays, version: 1 }
  await expect(findReview(table)('order-shipped', 1)).resolves.toMatchObject({ template: stored, review: { state: 'approved' } })
  await expect(readTemplate(table)('order-shipped')).resolves.toEqual({ version: stored, isRetired: false })
})

it('keeps all that a template may have', () => {
  const slots: Template['slots'] = {
    a: { type: 'text', maxLength: 20, characters: 'gsm', example: 'x' },
    b: { type: 'code', length: 6, example: '042817' },
    c: { type: 'number', min: 0, max: 9, decimals: 1, example: 1 },
    d: { type: 'money', currencies: ['EUR'], maxMinorUnits: 9, example: { minorUnits: 1, currency: 'EUR' } },
    e: { type: 'date', zone: 'UTC', example: '2026-11-24T13:00:00Z' },
    f: { type: 'time', zone: 'UTC', example: '2026-11-24T13:00:00Z' },
    g: { type: 'date-time', zone: 'UTC', example: '2026-11-24T13:00:00Z' },
    h: { type: 'url', hosts: ['shop.example'], maxLength: 40, example: 'https://shop.example' },
    i: { type: 'enum', values: { gold: { en: 'Gold' } }, example: 'gold' },
  }
  const { version, ...full } = aTemplate({ slots, senderId: 'Shop', links: ['https://shop.example/help'] })
  expect(StoredVersion.parse({ ...Template.parse(full), version })).toEqual({ ...full, version })
})

it.each([{ version: 0 }, { kind: 'advert' }, { slots: { a: { type: 'words', example: '' } } }, { texts: { en: 7 } }])(
  'takes nothing of another shape: %j',
  (changes) => {
    expect(StoredVersion.safeParse({ ...aTemplate(), ...changes }).success).toBe(false)
  },
)
