import * as z from 'zod'
import { CarrierName } from '../../functions/notification/carrier-name.ts'
import { kinds } from '../../functions/notification/kinds.ts'
import { Drain } from '../../functions/steering/drain.ts'
import type { JsonOption } from '../options.ts'
import { askExplainer } from '../policy/ask-explainer.ts'
import { print } from '../print.ts'
import { type CarrierHealth, carrierHealth, describeHealth } from '../stats/carrier-health.ts'
import { recentNotifications } from '../stats/recent-notifications.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { describeDrain } from './describe-drain.ts'

/** What health is told of: the last hour, and at most so many notifications, each of which costs a read. */
const lately = 3_600_000
const mostRead = 1_000

const Standing = z.object({
  carrier: CarrierName,
  places: z.array(z.object({ kind: z.enum(kinds), place: z.int() })),
  drains: z.array(Drain),
})
type Standing = z.infer<typeof Standing>

const describe = ({ carrier, places, drains }: Standing, health: CarrierHealth | undefined): string[] => {
  const [first = 'in use', ...more] = drains.map(describeDrain)
  const margin = ' '.repeat(10)
  const numbers = [...new Set(places.map(({ place }) => place))].sort((a, b) => a - b)
  const uses = numbers.map(
    (number) =>
      `${number}. for ${places
        .filter(({ place }) => place === number)
        .map(({ kind }) => kind)
        .join(', ')}`,
  )
  return [`${carrier.padEnd(margin.length)}${first}`, ...[...more, describeHealth(health), ...uses].map((line) => margin + line)]
}

/** `heliograph carriers`: how each carrier of a deployment stands. */
export const showCarriers = async (options: TargetOptions & JsonOption): Promise<void> => {
  const target = await findTarget(options)
  const [standings, { found }] = await Promise.all([
    askExplainer(target, { about: 'carriers' }, z.array(Standing)),
    recentNotifications(target, new Date(Date.now() - lately), mostRead),
  ])
  const health = carrierHealth(found)
  const shown = standings.map((standing) => ({ ...standing, health: health.get(standing.carrier) }))
  print(
    shown,
    shown.flatMap((one) => describe(one, one.health)),
    options,
  )
}
