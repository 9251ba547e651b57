import { PutCommand } from '@aws-sdk/lib-dynamodb'
import {
  readsBudget,
  readsNotification,
  readsRecipient,
  writesBudget,
  writesLevel,
  writesNotification,
  writesRecipient,
} from './asked-of.ts'
import type { Invoked, Pending, Place, Point, Told } from './place.ts'

/**
 * What an invocation still knows of what it was told. Two that stand before the same call and know the same will do the same, so
 * they are one. Each line here is a claim about the handlers; a test explores a world with and without them, and compares the ends.
 */

/** The reply to a read of what is not there. */
const nothing = JSON.stringify({})

/** What policy reads between the reading of a record and its writing. */
export const readsForPolicy = (call: Point | Pending | undefined): boolean => readsRecipient(call) || readsBudget(call)

/** What is asked next that policy does not read. */
const nextBut = (history: readonly Told[], index: number): Pending | undefined =>
  history.slice(index + 1).find(({ asked }) => !readsForPolicy(asked))?.asked

/** Whether it has read a record to change it, and asks what policy needs to know before it does. */
export const isJudging = ({ history, point }: Pick<Place, 'history' | 'point'>): boolean => {
  const last = history.findLast(({ asked }) => !readsForPolicy(asked))
  return readsForPolicy(point) && last !== undefined && readsNotification(last.asked)
}

/** `send` looks first whether there is an attempt to reserve parts for: that it did is seen by what it asks next. */
const isLook = (history: readonly Told[], index: number) => {
  const next = nextBut(history, index)
  return readsNotification(next) || writesBudget(next)
}

/**
 * Of each reply what a handler may still know. A record that was read is forgotten once a write was made on the condition that it
 * had not moved, and with it what policy read for it: either it was written, or all is read again. So is a recipient. Of a budget
 * nobody knows but whether it had parts left. The first look of a receipt only asks whose
 * attempt it is about, and that of an intervention whether there is a notification.
 */
const kept = (invoked: Invoked, history: readonly Told[], index: number): string => {
  const { asked, reply, seconds } = history[index] as Told
  if (asked.type === 'start') return `${seconds}`
  if (asked.type === 'workflow' || writesNotification(asked) || writesRecipient(asked)) return ''
  if (writesLevel(asked) || (asked.type === 'table' && asked.command instanceof PutCommand)) return ''
  if (writesBudget(asked)) return reply.error ? 'spent' : 'reserved'
  if (readsForPolicy(asked)) {
    const next = nextBut(history, index)
    return writesNotification(next) || writesRecipient(next) ? '' : reply.key
  }
  if (!readsNotification(asked)) return reply.key
  if (invoked.function === 'receipt' && index === 1) return 'looked'
  if (invoked.function === 'intervene' && index === 1) return reply.key === nothing ? 'absent' : 'there'
  if (invoked.function === 'send' && isLook(history, index)) return ''
  const next = nextBut(history, index)
  if (next === undefined) return `${seconds} ${reply.key}`
  return writesNotification(next) ? '' : reply.key
}

const mayGiveBack = ({ function: name }: Invoked, point: Point) =>
  name === 'send' && (point.type === 'workflow' || writesBudget(point))

/**
 * Whoever is about to write an image settles by it afterwards, and `send` gives back by it what it had reserved; and whose own write
 * was made, though its reply was lost, will recognise it when reading again, and go on with what it made.
 */
const imageInHand = (invoked: Invoked, history: readonly Told[], point: Point): string => {
  const last = history.at(-1)
  const isRecognising = last?.isRepeated === true && writesNotification(last.asked)
  if (!isRecognising && !writesNotification(point) && !mayGiveBack(invoked, point)) return ''
  const read = history.findLastIndex(({ asked }) => readsNotification(asked))
  const judged = history.slice(Math.max(read, 0)).filter(({ asked }, index) => index === 0 || readsForPolicy(asked))
  return `${isRecognising} ${judged.map(({ seconds, reply }) => `${seconds} ${reply.key}`).join()}`
}

/** All of it: nothing is left out, and hardly two are one. */
export const everything = (_: Invoked, history: readonly Told[]): string =>
  history.map(({ reply, seconds }) => `${seconds} ${reply.key}`).join('\n')

export const whatMatters = (invoked: Invoked, history: readonly Told[], point: Point): string =>
  [
    ...history.map((_, index) => kept(invoked, history, index)).filter((word) => word !== ''),
    imageInHand(invoked, history, point),
  ].join('\n')
