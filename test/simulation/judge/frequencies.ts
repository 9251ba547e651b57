import type { Arming } from '../core/ledger.ts'
import type { World } from '../core/world.ts'
import { routing } from '../handlers/simulated-deployment.ts'

/** A notification counts at one instant of these: as of its first attempt, or of a later one where nothing of the first was sent. */
interface Span {
  readonly first: Arming
  readonly last: Arming
}

/** Of each notification of which a text may have gone out, by our clock that is right. */
const spansOf = ({ ledger, faults }: World): readonly Span[] => {
  const sent = new Set(ledger.calls.filter(({ accepted }) => accepted).map(({ of }) => of))
  const isClear = ({ of }: Arming) => sent.has(of) && !faults.on(of).some(({ fault }) => fault === 'clock')
  return [...Map.groupBy(ledger.armings.filter(isClear), ({ of }) => of).values()].flatMap((armings) => {
    const [first, last] = [armings[0], armings.at(-1)]
    return first && last ? [{ first, last }] : []
  })
}

/** Of how many notifications a recipient got texts in each window of their kind: what is too much, by notification. */
export const frequenciesOf = (world: World): ReadonlyMap<number, readonly string[]> => {
  const wrong = new Map<number, string[]>()
  const groups = Map.groupBy(spansOf(world), ({ last }) => `${last.recipientHash} ${last.kind}`)
  for (const spans of groups.values())
    for (const { last } of spans)
      for (const { most, seconds } of routing.kinds[last.kind].frequency) {
        const isWithin = (one: Span) => one.first.at > last.at - seconds * 1000 && one.last.at <= last.at
        const texts = 1 + spans.filter((one) => one.last.of !== last.of && isWithin(one)).length
        if (texts > most) wrong.set(last.of, [`${texts} texts of ${last.kind} in ${seconds} s, and ${most} are allowed`])
      }
  return wrong
}
