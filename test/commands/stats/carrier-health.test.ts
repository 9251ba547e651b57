import { expect, it } from 'vitest'
import { carrierHealth, describeHealth } from '../../../commands/stats/carrier-health.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon } from '../../builders/noon.ts'

const span = 'in the last hour'
const lost = anAttempt({ carrier: 'twilio', closed: true, status: 'accepted', answer: { type: 'accepted', messageId: 'm' } })
const arrived = anAttempt({ number: 2, carrier: 'sns', status: 'delivered', deliveredAt: atNoon(1.5) })
const rescued = aNotification({ attempts: [lost, arrived], outcome: 'delivered' })
const direct = aNotification({ attempts: [{ ...arrived, number: 1 }], outcome: 'delivered' })

it('tells of each carrier its share of the attempts, and how many of its own arrived', () => {
  const health = carrierHealth([rescued, direct, direct])
  expect(health.get('twilio')).toMatchObject({ attempts: 1, share: 0.25, deliveredShare: 0, fates: { unknown: 1 } })
  expect(health.get('sns')).toMatchObject({ attempts: 3, share: 0.75, deliveredShare: 1 })
  expect(describeHealth(health.get('sns'), span)).toBe(
    '██████████ 100 % arrived, half within 1.5 s; share 75 % (3 attempts in the last hour)',
  )
  expect(describeHealth(health.get('twilio'), span)).toBe('·········· 0 % arrived; share 25 % (1 attempt in the last hour)')
})

it('tells of a carrier without attempts, or with none that is over, that nothing is known', () => {
  expect(describeHealth(carrierHealth([]).get('sns'), span)).toBe('not tried in the last hour')
  const underWay = carrierHealth([aNotification({ attempts: [anAttempt()] })])
  expect(describeHealth(underWay.get('sns'), span)).toBe('nothing known of any yet; share 100 % (1 attempt in the last hour)')
})

it('rounds the shares, so that they add up, and calls nothing all that is not', () => {
  const health = { attempts: 7, fates: {}, secondsToDeliver: undefined }
  const tell = (share: number, deliveredShare: number) =>
    describeHealth({ ...health, share, deliveredShare } as Parameters<typeof describeHealth>[0], span)
  expect(tell(2 / 9, 0.999)).toContain('99 % arrived; share 22 %')
  expect(tell(7 / 9, 1)).toContain('100 % arrived; share 78 %')
})
