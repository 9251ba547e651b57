import { pick } from './chance.ts'
import { bodyOf, eventIdOf } from './event-body.ts'
import { idOf } from './ids.ts'
import { requestOf } from './population.ts'
import { askedAtOf } from './requesters.ts'
import type { World } from './world.ts'

/** Seconds from the request at which something is said of it, or of its recipient: before it, while it is sent, while it is held. */
const moments = [-60, -2, 0, 0.2, 0.5, 1, 2, 5, 30, 600, 3_600, 36_000] as const

/** What is said, by a share of all, and to whom. */
interface Word {
  readonly type: string
  readonly queue: 'permissions' | 'interventions'
  readonly share: number
  readonly detail: (world: World, of: number, roll: number) => object
}

const person = ({ chance }: World, of: number) => ({ to: requestOf(chance, of).to })
const scoped = (world: World, of: number, roll: number) => ({
  ...person(world, of),
  scope: roll < 0.5 ? 'all' : 'marketing',
  reason: 'asked',
})
const notification = (_: World, of: number) => ({ notificationId: idOf(of) })

const words: readonly Word[] = [
  { type: 'Suppress Recipient', queue: 'permissions', share: 0.08, detail: scoped },
  { type: 'Restore Recipient', queue: 'permissions', share: 0.04, detail: scoped },
  { type: 'Cancel Notification', queue: 'interventions', share: 0.06, detail: notification },
  { type: 'Notification Confirmed', queue: 'interventions', share: 0.06, detail: notification },
]

const say = (world: World, of: number, number: number, at: number, type: string, queue: Word['queue'], detail: object) => {
  const { time, chance, tell } = world
  const eventId = eventIdOf(of, number)
  time.after(at - time.now(), () => {
    tell(of, () => `somebody says: ${type}`)
    const body = bodyOf(eventId, time.now(), detail, { 'detail-type': type, account: '111122223333' })
    time.after(40 + 300 * chance('bus', eventId), () => world[queue].put(of, eventId, body))
  })
}

/** Most who get marketing have agreed to it, a minute before it is asked for at the latest. */
const letConsent = (world: World, start: number, of: number, askedAt: number): void => {
  const { chance } = world
  const { template } = requestOf(chance, of)
  if (template !== 'seasonal-sale' || chance('consents', of) > 0.9) return
  const at = Math.max(start, askedAt - 60_000)
  const detail = { ...person(world, of), source: 'checkout-form', at: new Date(at).toISOString(), wording: '2026-03' }
  say(world, of, 4, at, 'Consent Recorded', 'permissions', detail)
}

/** What is said of a notification, and of whom it is for. */
export const letSpeak = (world: World, start: number, of: number): void => {
  const { chance } = world
  const askedAt = askedAtOf(world, start, of)
  letConsent(world, start, of, askedAt)
  for (const [index, { type, queue, share, detail }] of words.entries()) {
    if (chance('says', of, type) >= share) continue
    const at = askedAt + pick(moments, chance('says', of, type, 'when')) * 1000
    say(world, of, 5 + index, at, type, queue, detail(world, of, chance('says', of, type, 'scope')))
  }
}
