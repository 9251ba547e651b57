import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Frequency } from '../../../functions/notification/kind-policy.ts'
import { type Counted, withCounted, withoutCounted } from '../../../functions/policy/counted.ts'
import { judgeFrequency } from '../../../functions/policy/judge-frequency.ts'
import { noon } from '../../builders/noon.ts'

const minutesAfter = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const codes: readonly Frequency[] = [
  { most: 5, seconds: 600 },
  { most: 10, seconds: 86_400 },
]
const countedAt = (...minutes: readonly number[]): Counted[] =>
  minutes.map((minute) => ({ id: `code-${minute}`, at: minutesAfter(minute).toISOString() }))
const ofThis = { notificationId: 'this', attempt: 1 }
const judge = (counted: readonly Counted[], minute: number, windows = codes) =>
  judgeFrequency({ counted, frequency: windows, notificationId: 'this' }, minutesAfter(minute))

describe('a notification too many', () => {
  it.each<[string, readonly number[], number, number | undefined]>([
    ['the fifth in ten minutes is allowed', [0, 1, 2, 3], 4, undefined],
    ['the sixth is not, until the first is ten minutes old', [0, 1, 2, 3, 4], 5, 10],
    ['ten minutes after the first it is', [0, 1, 2, 3, 4], 10, undefined],
    ['the eleventh of a day waits for the next day', [0, 20, 40, 60, 80, 100, 120, 140, 160, 180], 300, 1_440],
    ['where both windows are full, the later instant counts', [0, 20, 40, 60, 80, 177, 178, 179, 180, 181], 182, 1_440],
  ])('%s', (_, earlier, now, until) => {
    const answer = judge(countedAt(...earlier), now)
    expect(answer.decision).toBe(until === undefined ? 'allow' : 'stop')
    expect(answer.until).toBe(until === undefined ? undefined : minutesAfter(until).toISOString())
  })

  it('is not the one that was counted already: another attempt of it goes on', () => {
    const counted = withCounted(countedAt(0, 1, 2, 3), ofThis, codes, minutesAfter(4))
    expect(judge(counted, 5).decision).toBe('allow')
  })

  it('is none where a kind has no windows', () => {
    expect(judge(countedAt(0, 0, 0, 0, 0, 0), 0, []).decision).toBe('allow')
  })

  it('never comes, wherever a window begins, and until is the first instant at which it is allowed', () => {
    const windows = fc.array(fc.record({ most: fc.integer({ min: 1, max: 4 }), seconds: fc.integer({ min: 60, max: 6_000 }) }), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(windows, fc.array(fc.nat(120), { maxLength: 60 }), (all, minutes) => {
        let counted: readonly Counted[] = []
        const allowed: number[] = []
        for (const [index, minute] of minutes.sort((a, b) => a - b).entries()) {
          const now = minutesAfter(minute)
          const answer = judgeFrequency({ counted, frequency: all, notificationId: `n-${index}` }, now)
          if (answer.decision === 'allow') {
            counted = withCounted(counted, { notificationId: `n-${index}`, attempt: 1 }, all, now)
            allowed.push(now.getTime())
            continue
          }
          const until = new Date(answer.until ?? '')
          const [then, before] = [until, new Date(until.getTime() - 1)].map(
            (at) => judgeFrequency({ counted, frequency: all, notificationId: 'next' }, at).decision,
          )
          expect([then, before]).toEqual(['allow', 'stop'])
        }
        for (const { most, seconds } of all)
          for (const from of allowed)
            expect(allowed.filter((at) => at >= from && at < from + seconds * 1000).length).toBeLessThanOrEqual(most)
      }),
    )
  })
})

describe('what is counted', () => {
  it('is forgotten once no window looks at it', () => {
    expect(withCounted(countedAt(0, 1_430), ofThis, codes, minutesAfter(1_440)).map(({ id }) => id)).toEqual([
      'code-1430',
      'this',
    ])
  })

  it('is forgotten where nothing of it was sent', () => {
    expect(withoutCounted(countedAt(0, 1), { notificationId: 'code-0', attempt: 1 })).toEqual(countedAt(1))
  })

  it('is counted once and as of its first attempt, however many it takes', () => {
    const counted = withCounted(countedAt(2), ofThis, codes, minutesAfter(0))
    const again = withCounted(counted, { ...ofThis, attempt: 2 }, codes, minutesAfter(3))
    expect(again).toEqual([{ id: 'this', at: minutesAfter(0).toISOString(), attempt: 2 }, ...countedAt(2)])
  })

  it('stays where a later attempt has counted it again meanwhile', () => {
    const counted = withCounted(countedAt(1), { ...ofThis, attempt: 2 }, codes, minutesAfter(2))
    expect(withoutCounted(counted, ofThis)).toEqual(counted)
    expect(withoutCounted(counted, { ...ofThis, attempt: 2 })).toEqual(countedAt(1))
  })
})
