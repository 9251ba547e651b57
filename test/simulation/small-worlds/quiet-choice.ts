import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { readsNotification, writesBudget, writesNotification } from './asked-of.ts'
import { effect, made } from './calls.ts'
import type { Choice } from './choice.ts'
import { goesOn } from './invocation-choices.ts'
import type { Laws } from './laws.ts'
import type { Place } from './place.ts'
import { isWrite } from './ways-of-a-call.ts'
import { isJudging } from './what-matters.ts'
import type { Invocation, World } from './world.ts'

/** A call that is refused now is refused whenever it is made: no version, mark, token or rendezvous ever comes back. */
const isRefused = (laws: Laws, world: World, invocation: Invocation) =>
  isWrite(invocation.place.point) && effect(laws, world, invocation)[1].error !== undefined

const placeAfter = (laws: Laws, world: World, invocation: Invocation): Place | undefined =>
  made(laws, world, invocation).live.find(({ place }) => place.invoked === invocation.place.invoked)?.place

/**
 * A record that is read to be changed at once: when it moves on, that is noticed, and it is read again. What policy asks between comes
 * at once as well. Only `send` may read late.
 */
const isReadToWrite = (laws: Laws, world: World, invocation: Invocation) => {
  const { invoked, point, history } = invocation.place
  if (invoked.function === 'send' || history.length === 1 || !readsNotification(point)) return false
  const after = placeAfter(laws, world, invocation)
  return after !== undefined && (writesNotification(after.point) || isJudging(after))
}

/**
 * What is read of policy after the notification, as good as at the same moment: `send` writes on the condition that the recipient is as
 * it was read, and what Validate did not see yet, `send` will.
 */
const isOfPolicy = ({ place }: Invocation) => isJudging(place)

/** `send` looks whether its attempt is there, which only makes it reserve parts: and of a budget as large as here nobody sees when. */
const isOfBudget = (laws: Laws, world: World, invocation: Invocation) => {
  const { invoked, point } = invocation.place
  if (invoked.function !== 'send') return false
  if (writesBudget(point)) return true
  const after = readsNotification(point) ? placeAfter(laws, world, invocation) : undefined
  return after !== undefined && writesBudget(after.point)
}

/** Which attempt a receipt is about stays the same, and nobody reads what is stored of it. */
const isOfReceiptAlone = ({ place: { invoked, history, point } }: Invocation) =>
  invoked.function === 'receipt' &&
  point.type === 'table' &&
  (point.command instanceof PutCommand || (history.length === 1 && readsNotification(point)))

/**
 * A step that may as well be taken first, since it makes no difference to anybody when it is. That leaves out no world but those in
 * which a process dies just there, which is as good as its dying just before or after it.
 */
export const quietChoice = (laws: Laws, world: World): Choice | undefined => {
  const quiet = world.live.find(
    (invocation) =>
      isOfReceiptAlone(invocation) ||
      isOfPolicy(invocation) ||
      isOfBudget(laws, world, invocation) ||
      isRefused(laws, world, invocation) ||
      isReadToWrite(laws, world, invocation),
  )
  return quiet && goesOn(laws, world, quiet)[0]
}
