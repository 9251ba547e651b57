import { pick } from './chance.ts'
import { bodyOf, eventIdOf, malformedBody } from './event-body.ts'
import type { Asked } from './ledger.ts'
import { poisoned } from './poison.ts'
import { otherRequest, type Request, requestOf } from './population.ts'
import type { World } from './world.ts'

/** Requests come in during half an hour, and a fifth of them at once, when the smallest budget is nearly spent. */
const spreadMs = 30 * 60_000
const burst = { share: 0.2, atMs: spreadMs / 3 }

const dayMs = 86_400_000

/** When a notification is asked for. @param start of the run; both in milliseconds since 1970 */
export const askedAtOf = ({ chance }: World, start: number, of: number): number =>
  start + (chance('burst', of) < burst.share ? burst.atMs : Math.floor(spreadMs * chance('when', of)))

interface Event {
  readonly of: number
  readonly eventId: string
  readonly body: string
}

const at = ({ time }: World, when: number, happen: () => void) => time.after(when - time.now(), happen)

/** The queue takes an event at once, or when it takes anything again; after a day the bus gives up. */
const deliver = (world: World, { of, eventId, body }: Event, delayMs: number) => {
  const { time, faults, ledger, requests } = world
  const hours = faults.strike('target-fails', of)?.hours ?? 0
  const put = () => requests.put(of, eventId, body)
  if (hours < 24) time.after(Math.max(delayMs, hours * 3_600_000), put)
  else time.after(dayMs, () => ledger.deadLetters.push({ of, queue: 'requests', eventId, redrive: put }))
}

/** What is asked, and whether it can be read. */
interface Asking extends Pick<Asked, 'content' | 'request' | 'at'> {
  readonly event: Event
}

const ask = (world: World, { event, ...asked }: Asking) =>
  at(world, asked.at, () => {
    const { of, eventId } = event
    const { chance, faults, ledger, tell } = world
    ledger.asked.push({ of, eventId, ...asked })
    tell(of, () => `somebody asks (${asked.content})`)
    deliver(world, event, 40 + 300 * chance('bus', eventId) + (faults.strike('delayed', of)?.seconds ?? 0) * 1000)
  })

/** Hours for which a text is put off: by a while, over the night in which the clocks are turned, by days. */
const laterHours = [1, 8, 12, 19, 70] as const

const sendAfterOf = (chance: World['chance'], of: number, askedAt: number): string | undefined =>
  chance('later', of) < 0.1
    ? new Date(askedAt + pick(laterHours, chance('later', of, 'hours')) * 3_600_000).toISOString()
    : undefined

/** What is asked for by this number in this run: as its faults have made it. */
const requestIn = ({ chance, faults }: World, of: number, askedAt: number): Request => {
  const expires = faults.strike('expires', of)
  const expiresAt = expires && new Date(askedAt + expires.seconds * 1000).toISOString()
  const sendAfter = sendAfterOf(chance, of, askedAt)
  const request = { ...requestOf(chance, of), ...(expiresAt ? { expiresAt } : sendAfter && { sendAfter }) }
  const poison = faults.strike('poison', of)
  return poison ? poisoned(request, poison.how) : request
}

const eventFor = (of: number, number: number, when: number, request: Request): Event => {
  const eventId = eventIdOf(of, number)
  return { of, eventId, body: bodyOf(eventId, when, request) }
}

/** Others use the same id, or cannot write an event. */
const askOtherwise = (world: World, askedAt: number, of: number, request: Request) => {
  const conflicting = world.faults.strike('conflicting', of)
  if (conflicting) {
    const [when, other] = [askedAt + conflicting.seconds * 1000, otherRequest(request)]
    ask(world, { content: 'other', request: other, at: when, event: eventFor(of, 2, when, other) })
  }
  const malformed = world.faults.strike('malformed', of)
  if (malformed) {
    const [when, eventId] = [askedAt + 500, eventIdOf(of, 3)]
    const event = { of, eventId, body: malformedBody(eventId, when, request, malformed.how) }
    ask(world, { content: 'malformed', request: undefined, at: when, event })
  }
}

/** One requester, with all that the bus and an archive make of the one event. */
export const letAsk = (world: World, start: number, of: number): void => {
  const { faults } = world
  const askedAt = askedAtOf(world, start, of)
  const request = requestIn(world, of, askedAt)
  const event = eventFor(of, 1, askedAt, request)
  ask(world, { content: 'original', request, at: askedAt, event })
  const again = (afterMs: number) => at(world, askedAt + afterMs, () => deliver(world, event, 100))
  const repeated = faults.strike('repeated', of)
  if (repeated) again(repeated.seconds * 1000)
  const replayed = faults.strike('replayed', of)
  if (replayed) again(replayed.days * dayMs)
  askOtherwise(world, askedAt, of, request)
}
