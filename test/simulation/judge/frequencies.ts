import type { Arming } from '../core/ledger.ts'
import type { World } from '../core/world.ts'
import { routing } from '../handlers/simulated-deployment.ts'

/** The last arming of each notification of which a text may have gone out, by our clock that is right. */
const lastArmings = ({ ledger, faults }: World): readonly Arming[] => {
  const sent = new Set(ledger.calls.filter(({ accepted }) => accepted).map(({ of }) => of))
  const isClear = ({ of }: Arming) => sent.has(of) && !faults.on(of).some(({ fault }) => fault === 'clock')
  return [...new Map(ledger.armings.filter(isClear).map((arming) => [arming.of, arming])).values()]
}

/** Of how many notifications a recipient got texts in each window of their kind: what is too much, by notification. */
export const frequenciesOf = (world: World): ReadonlyMap<number, readonly string[]> => {
  const wrong = new Map<number, string[]>()
  const groups = Map.groupBy(lastArmings(world), ({ recipientHash, kind }) => `${recipientHash} ${kind}`)
  for (const armings of groups.values())
    for (const { of, at, kind } of armings)
      for (const { most, seconds } of routing.kinds[kind].frequency) {
        const earlier = armings.filter((one) => one.at <= at && one.at > at - seconds * 1000).length
        if (earlier > most) wrong.set(of, [`${earlier} texts of ${kind} in ${seconds} s, and ${most} are allowed`])
      }
  return wrong
}
