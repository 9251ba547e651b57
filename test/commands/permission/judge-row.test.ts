import { describe, expect, it } from 'vitest'
import { isRefused, judgeRow } from '../../../commands/permission/judge-row.ts'
import { ConsentRecorded, SuppressRecipient } from '../../../functions/permit/permission-events.ts'

const by = 'arn:aws:iam::111122223333:user/ada'
const suppression = { to: '+14155550123', scope: 'all', reason: 'moved', at: '2024-03-01T10:00:00Z' }
const consent = { to: '+14155550123', source: 'till', at: '2024-03-01T10:00:00+01:00', wording: '2024-01' }
const suppressing = { schema: SuppressRecipient, needed: ['at'] }
const consenting = { schema: ConsentRecorded, needed: [] }

describe('a row', () => {
  it('becomes an event in the name of whoever imports it', () => {
    expect(judgeRow({ line: 2, values: suppression }, suppressing, by)).toEqual({ ...suppression, by })
    expect(judgeRow({ line: 2, values: consent }, consenting, by)).toEqual({ ...consent, by })
  })

  it('that does not say when is refused: imported again, it would say something new', () => {
    const { at: _, ...values } = suppression
    expect(judgeRow({ line: 7, values }, suppressing, by)).toEqual({ line: 7, problems: ['at is missing'] })
  })

  it.each<[object, string[]]>([
    [{}, ['to is missing', 'scope must be one of all, marketing', 'reason is missing', 'at is missing']],
    [
      { ...suppression, to: '4155550123', scope: 'ALL' },
      ['to must be a number as E.164 writes it', 'scope must be one of all, marketing'],
    ],
    [{ ...suppression, reason: 'of 4155550123' }, ['reason must not hold the number']],
    [{ ...suppression, at: '2024-03-01' }, ['at is not a valid datetime']],
  ])('is refused with every wrong field, and nothing of it: %j', (values, problems) => {
    const judged = judgeRow({ line: 3, values: values as Record<string, string> }, suppressing, by)
    expect(judged).toEqual({ line: 3, problems })
    expect(isRefused(judged)).toBe(true)
    expect(JSON.stringify(judged)).not.toContain('5550123')
  })

  it('that is none says so', () => {
    expect(judgeRow({ line: 4, problem: 'must have 4 fields' }, suppressing, by)).toEqual({
      line: 4,
      problems: ['must have 4 fields'],
    })
  })
})
