import * as z from 'zod'
import { CarrierName } from '../../functions/notification/carrier-name.ts'
import { kinds } from '../../functions/notification/kinds.ts'
import { Drain } from '../../functions/steering/drain.ts'
import type { JsonOption } from '../options.ts'
import { askExplainer } from '../policy/ask-explainer.ts'
import { print } from '../print.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { describeDrain } from './describe-drain.ts'
import { describeLastHour, type LastHour, lastHour } from './last-hour.ts'

const Standing = z.object({
  carrier: CarrierName,
  places: z.array(z.object({ kind: z.enum(kinds), place: z.int() })),
  drains: z.array(Drain),
})
type Standing = z.infer<typeof Standing>

const describe = ({ carrier, places, drains }: Standing, hour: LastHour): string[] => {
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
  const below = [...more, describeLastHour(hour, carrier), ...uses]
  return [`${carrier.padEnd(margin.length)}${first}`, ...below.map((line) => margin + line)]
}

const forProgram = (hour: LastHour, carrier: CarrierName) =>
  'unknown' in hour ? { healthUnknown: hour.unknown } : { health: hour.health.get(carrier), isAll: hour.isAll }

/** `heliograph carriers`: how each carrier of a deployment stands. */
export const showCarriers = async (options: TargetOptions & JsonOption): Promise<void> => {
  const target = await findTarget(options)
  const [standings, hour] = await Promise.all([
    askExplainer(target, { about: 'carriers' }, z.array(Standing)),
    lastHour(target, new Date()),
  ])
  print(
    standings.map((standing) => ({ ...standing, ...forProgram(hour, standing.carrier) })),
    standings.flatMap((standing) => describe(standing, hour)),
    options,
  )
}
