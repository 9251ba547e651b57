import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Invoked, Point, Told } from './place.ts'

/**
 * What an invocation still knows of what it was told. Two that stand before the same call and know the same will do the same, so
 * they are one. Each line here is a claim about the handlers; a test explores a world with and without them, and compares the ends.
 */

const isOfNotification = ({ SK }: { readonly SK?: string } = {}) => SK === 'NOTIFICATION'

export const readsNotification = (point: Point) =>
  point.type === 'table' && point.command instanceof GetCommand && isOfNotification(point.command.input.Key)

export const writesNotification = (point: Point | undefined): boolean =>
  point?.type === 'table' &&
  (point.command instanceof TransactWriteCommand ||
    (point.command instanceof UpdateCommand && isOfNotification(point.command.input.Key)))

/**
 * Of each reply what a handler may still know. A record that was read is forgotten once a write was made on the condition that it
 * had not moved: either it was written, or it is read again. A receipt's first look only asks whose attempt it is about.
 */
const kept = (invoked: Invoked, history: readonly Told[], index: number): string => {
  const { asked, reply, seconds } = history[index] as Told
  if (asked.type === 'start') return `${seconds}`
  if (asked.type === 'workflow' || writesNotification(asked)) return ''
  if (asked.type === 'table' && asked.command instanceof PutCommand) return ''
  if (!readsNotification(asked)) return reply.key
  if (invoked.function === 'receipt' && index === 1) return 'looked'
  return writesNotification(history[index + 1]?.asked) ? '' : reply.key
}

/**
 * Whoever is about to write an image settles by it afterwards; and whose own write was made, though its reply was lost, will
 * recognise it when reading again, and go on with what it made.
 */
const imageInHand = (history: readonly Told[], point: Point): string => {
  const last = history.at(-1)
  const isRecognising = last?.isRepeated === true && writesNotification(last.asked)
  if (!isRecognising && !writesNotification(point)) return ''
  return `${isRecognising} ${history.findLast(({ asked }) => readsNotification(asked))?.reply.key}`
}

/** All of it: nothing is left out, and hardly two are one. */
export const everything = (_: Invoked, history: readonly Told[]): string =>
  history.map(({ reply, seconds }) => `${seconds} ${reply.key}`).join('\n')

export const whatMatters = (invoked: Invoked, history: readonly Told[], point: Point): string =>
  [...history.map((_, index) => kept(invoked, history, index)).filter((word) => word !== ''), imageInHand(history, point)].join(
    '\n',
  )
