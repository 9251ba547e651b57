import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { budgetDay } from '../../../../functions/policy/budget/budget-day.ts'
import { shardsInTurn, sharesOf } from '../../../../functions/policy/budget/budget-shards.ts'

describe('a budget', () => {
  it('is shared out to the last part', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (parts) => {
        expect(sharesOf({ parts }).reduce((sum, share) => sum + share, 0)).toBe(parts)
      }),
    )
  })

  it('that is small lies in one counter, so that it can be spent whole', () => {
    expect(sharesOf({ parts: 999 })).toEqual([999])
    expect(sharesOf({ parts: 1_002 })).toEqual([251, 251, 250, 250])
  })

  it('is asked for at every counter, by each notification in an order of its own', () => {
    expect(shardsInTurn(4, 'a')).toEqual([1, 2, 3, 0])
    expect(shardsInTurn(4, 'b')).toEqual([2, 3, 0, 1])
  })

  it.each([
    ['2026-11-24T00:30:00Z', 'America/New_York', '2026-11-23'],
    ['2026-11-24T00:30:00Z', 'Europe/Berlin', '2026-11-24'],
    ['2026-11-24T23:30:00Z', 'Asia/Tokyo', '2026-11-25'],
  ])('counts the day of the deployment: %s in %s is %s', (now, zone, day) => {
    expect(budgetDay(new Date(now), zone)).toBe(day)
  })
})
