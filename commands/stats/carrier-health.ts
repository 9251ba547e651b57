import type { Notification } from '../../functions/notification/notification.ts'
import { bar } from '../plot.ts'
import { countedOf } from './counted.ts'
import { type Figures, figuresOf } from './figures.ts'

/** How a carrier did lately. */
export interface CarrierHealth extends Pick<Figures, 'fates' | 'deliveredShare' | 'secondsToDeliver'> {
  readonly attempts: number
  /** Of all attempts, from 0 to 1. */
  readonly share: number
}

/** How each carrier did, by its name; one that was not tried is not there. */
export const carrierHealth = (notifications: readonly Notification[]): ReadonlyMap<string, CarrierHealth> => {
  const attempts = countedOf(notifications, ['carrier'])
  return new Map(
    figuresOf(attempts, ['carrier']).map(({ group, count, fates, deliveredShare, secondsToDeliver }) => [
      group.carrier ?? '-',
      { attempts: count, share: count / attempts.length, fates, deliveredShare, secondsToDeliver },
    ]),
  )
}

/** Never 100 % where one is missing. */
const percentDown = (share: number) => `${Math.floor(share * 100)} %`

/**
 * In a line, e.g. "██████████ 98 % arrived, half within 1.2 s; share 60 % (120 attempts in the last hour)"
 * @param span of what it is told, e.g. "in the last hour"
 */
export const describeHealth = (health: CarrierHealth | undefined, span: string): string => {
  if (health === undefined) return `not tried ${span}`
  const { attempts, share, deliveredShare, secondsToDeliver } = health
  const its = `share ${Math.round(share * 100)} % (${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} ${span})`
  if (deliveredShare === undefined) return `nothing known of any yet; ${its}`
  const speed = secondsToDeliver ? `, half within ${secondsToDeliver.median.toFixed(1)} s` : ''
  return `${bar(deliveredShare, 10)} ${percentDown(deliveredShare)} arrived${speed}; ${its}`
}
