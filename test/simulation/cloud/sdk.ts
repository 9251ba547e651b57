import type { World } from '../core/world.ts'
import type { ServiceName } from '../faults/fault.ts'
import { around, type Place } from './place.ts'
import { type Trouble, troublesOf } from './troubles.ts'

/** How the SDK's client of a service is set: `recordsClient()` in functions/record/table.ts; the others are the SDK's own. */
const clients = {
  records: { mostTries: 12, timeoutMs: 2_000, typicalMs: 4 },
  workflows: { mostTries: 3, timeoutMs: undefined, typicalMs: 15 },
  bus: { mostTries: 3, timeoutMs: undefined, typicalMs: 12 },
} as const satisfies Record<ServiceName, object>

/** What the SDK tries again: it names its own errors so. */
class Transient extends Error {
  constructor(name: string) {
    super('the service is not to be reached')
    this.name = name
  }
}

const isThrottling = ({ name }: Transient) => name === 'ThrottlingException'

/** Full jitter. Source: @smithy/util-retry, the standard strategy. */
const backOffMs = (error: Transient, tries: number, roll: number) =>
  Math.min(20_000, roll * (isThrottling(error) ? 500 : 100) * 2 ** tries)

/** What an effect gives or throws, kept until its reply has arrived. */
const outcomeOf = <Reply>(effect: () => Reply): (() => Reply) => {
  try {
    const reply = effect()
    return () => reply
  } catch (error) {
    return () => {
      throw error
    }
  }
}

/** What one call is made of, and what its luck depends on. */
interface Call<Reply> {
  readonly place: Place
  readonly number: number
  readonly service: ServiceName
  readonly effect: () => Reply
  readonly roll: (what: string, tries: number) => number
  readonly troubleOf: (tries: number) => Trouble
  readonly onEffect: () => void
}

/** Neither yes nor no: the connection is reset, or nothing is heard until the client loses patience. */
const silence = async (
  { time }: World,
  { service, roll }: Pick<Call<unknown>, 'service' | 'roll'>,
  tries: number,
): Promise<never> => {
  const { timeoutMs } = clients[service]
  if (roll('reset', tries) < 0.4) throw new Transient('ECONNRESET')
  if (timeoutMs === undefined) return new Promise<never>(() => {}) // the SDK waits as long as the function lives
  await time.sleep(timeoutMs)
  throw new Transient('TimeoutError')
}

/** The effect takes place where the request arrives, whether or not the caller lives to see it. */
const oneTry = async <Reply>(world: World, call: Call<Reply>, tries: number): Promise<Reply> => {
  const { place, number, service, effect, roll, troubleOf, onEffect } = call
  const { typicalMs } = clients[service]
  await world.time.sleep(typicalMs * (0.5 + roll('way', tries)))
  const trouble = troubleOf(tries)
  if (trouble) world.tell(place.of, () => `${place.process.step}: call ${number} to ${service}, try ${tries}: ${trouble}`)
  if (trouble === 'silent') return silence(world, call, tries)
  if (trouble === 'refused') throw new Transient('ECONNREFUSED')
  if (trouble === 'throttled') throw new Transient('ThrottlingException')
  const settle = outcomeOf(effect)
  onEffect()
  if (trouble === 'reply-lost') return silence(world, call, tries)
  await world.time.sleep(typicalMs * (0.2 + roll('back', tries) * 0.5))
  return settle()
}

const tryOften = async <Reply>(world: World, call: Call<Reply>, tries = 1): Promise<Reply> => {
  const { gate } = call.place.process
  try {
    return await gate(oneTry(world, call, tries))
  } catch (error) {
    if (!(error instanceof Transient) || tries === clients[call.service].mostTries) throw error
    await gate(world.time.sleep(backOffMs(error, tries, call.roll('back-off', tries))))
    return tryOften(world, call, tries + 1)
  }
}

/**
 * Does a call as the SDK's client does it: tries again what may be tried again, after a back-off with jitter, and gives up in the end.
 * @param effect what the service does; whatever it throws is its answer
 */
export const callService = async <Reply>(
  world: World,
  place: Place,
  service: ServiceName,
  effect: () => Reply,
): Promise<Reply> => {
  const { of, process, invocation } = place
  const number = ++place.calls
  const { before, after } = around(world, place, number)
  await before()
  const roll = (what: string, tries: number) => world.chance(of, process.step, invocation, number, what, tries)
  const troubleOf = troublesOf(world, place, number, service)
  return tryOften(world, { place, number, service, effect, roll, troubleOf, onEffect: after })
}
