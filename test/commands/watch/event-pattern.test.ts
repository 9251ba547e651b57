import { describe, expect, it } from 'vitest'
import { Misused } from '../../../commands/failed.ts'
import { eventPattern, outcomeWords } from '../../../commands/watch/event-pattern.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'

describe('what is watched', () => {
  it('is every event of ours, where nothing is said', () => {
    expect(eventPattern({})).toEqual({
      source: ['heliograph'],
      'detail-type': expect.arrayContaining([
        'Notification Sent',
        'Notification Delivered',
        'Cancellation Came Late',
        'Permission Rejected',
        'Budget Spent',
        'Carrier Drained',
        'Template Rejected',
      ]),
    })
  })

  it('is one outcome of one kind, where both are named', () => {
    expect(eventPattern({ kind: 'payment', outcome: 'unknown' })).toEqual({
      source: ['heliograph'],
      'detail-type': ['Notification Unknown'],
      detail: { kind: ['payment'] },
    })
  })

  it('is of notifications alone, where a kind is named', () => {
    expect(eventPattern({ kind: 'payment' })['detail-type']).toContain('Notification Held')
    expect(eventPattern({ kind: 'payment' })['detail-type']).not.toContain('Permission Rejected')
  })

  it('may be any outcome that there is, and what comes before one', () => {
    expect(outcomeWords).toEqual(expect.arrayContaining([...outcomes, 'held', 'sent']))
    for (const outcome of outcomeWords) expect(eventPattern({ outcome })['detail-type']).toHaveLength(1)
  })

  it.each([{ kind: 'orders' }, { outcome: 'late' }, { outcome: 'rejected ' }])('is not %j', (wanted) => {
    expect(() => eventPattern(wanted)).toThrow(Misused)
  })
})
