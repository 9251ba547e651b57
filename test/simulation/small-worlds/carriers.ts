import type { Message } from '../../../functions/carriers/carrier.ts'
import type { Answer } from '../../../functions/notification/attempt.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import { afterNoon } from '../../builders/noon.ts'
import type { Told } from '../../workflows/fates.ts'
import { receiptEvent } from '../../workflows/scripted-carriers.ts'
import type { Choice } from './choice.ts'
import { begun, replaced } from './invocations.ts'
import type { Laws } from './laws.ts'
import { told } from './told.ts'
import type { Invocation, Request, World } from './world.ts'

const messageIdOf = ({ carrier, attempt }: Pick<Request, 'carrier' | 'attempt'>): string =>
  carrier === 'sns' ? `message-${attempt}` : `SM${String(attempt).padStart(32, '0')}`

export const answered = (laws: Laws, world: World, invocation: Invocation, answer: Answer): World =>
  told(laws, world, invocation, { key: JSON.stringify(answer), value: answer })

const refusal: Answer = { type: 'notSent', failure: { class: 'route', reason: 'no-route' } }

/** Every way in which a carrier may take a request. Its answer comes later: a receipt may overtake it. */
export const requestChoices = (
  laws: Laws,
  world: World,
  invocation: Invocation,
  { carrier, message }: { readonly carrier: CarrierName; readonly message: Message },
): Choice[] => {
  const { attempt } = message.attempt
  const by = (answer: Answer): World => ({ ...world, requests: [...world.requests, { carrier, attempt, answer }] })
  const takes = (answer: Answer) => () => replaced(by(answer), invocation, { ...invocation, answer })
  const accepted: Answer = { type: 'accepted', messageId: messageIdOf({ carrier, attempt }) }
  return [
    { said: () => `${carrier} accepts attempt ${attempt}`, next: takes(accepted) },
    {
      said: () => `${carrier} takes attempt ${attempt}, but will not say so`,
      next: takes({ type: 'unknown', reason: 'no-answer' }),
    },
    { said: () => `${carrier} refuses attempt ${attempt}`, next: () => answered(laws, by(refusal), invocation, refusal) },
  ]
}

/** What they may tell, in any order and number; SNS knows the end only. */
const tidings: Readonly<Record<Request['carrier'], readonly Told[]>> = {
  sns: ['delivered', 'route', 'recipient'],
  twilio: ['delivered', 'route', 'recipient', 'sent'],
}

const tells = (laws: Laws, world: World, { carrier, attempt }: Request, what: Told): World => {
  const { notificationId } = laws.tables.notificationOf(world.table)
  const message = {
    carrier,
    messageId: messageIdOf({ carrier, attempt }),
    attempt: { notificationId, attempt },
    at: afterNoon(0),
  }
  const after = {
    ...world,
    receipts: [...world.receipts, { attempt, told: what }],
    left: { ...world.left, receipts: world.left.receipts - 1 },
  }
  return begun(laws, after, { function: 'receipt', payload: receiptEvent(message, what) }, 'receipt')
}

/** A carrier that has a text tells of it when it likes, also before its answer is there, and long after the end. */
export const receiptChoices = (laws: Laws, world: World): Choice[] =>
  (world.left.receipts === 0 ? [] : world.requests)
    .filter(({ answer }) => answer.type !== 'notSent')
    .flatMap((request) =>
      tidings[request.carrier].map((what) => ({
        said: () => `${request.carrier} tells of attempt ${request.attempt}: ${what}`,
        next: () => tells(laws, world, request, what),
      })),
    )
