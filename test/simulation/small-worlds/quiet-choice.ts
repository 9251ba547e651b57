import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { effect, made } from './calls.ts'
import type { Choice } from './choice.ts'
import { goesOn } from './invocation-choices.ts'
import type { Laws } from './laws.ts'
import { isWrite } from './ways-of-a-call.ts'
import { readsNotification, writesNotification } from './what-matters.ts'
import type { Invocation, World } from './world.ts'

/** A call that is refused now is refused whenever it is made: no version, mark, token or rendezvous ever comes back. */
const isRefused = (laws: Laws, world: World, invocation: Invocation) =>
  isWrite(invocation.place.point) && effect(laws, world, invocation)[1].error !== undefined

/** A record that is read to be changed at once: when it moves on, that is noticed, and it is read again. Only `send` may read late. */
const isReadToWrite = (laws: Laws, world: World, invocation: Invocation) => {
  const { invoked, point, history } = invocation.place
  if (invoked.function === 'send' || history.length === 1 || !readsNotification(point)) return false
  const after = made(laws, world, invocation).live.find(({ place }) => place.invoked === invoked)
  return after !== undefined && writesNotification(after.place.point)
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
    (invocation) => isOfReceiptAlone(invocation) || isRefused(laws, world, invocation) || isReadToWrite(laws, world, invocation),
  )
  return quiet && goesOn(laws, world, quiet)[0]
}
