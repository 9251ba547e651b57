import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type AnyLive, replaced } from './invocations.ts'
import type { Point, Reply } from './place.ts'

/** A world of any kind, some of whose replies may still be lost. */
interface AnyWorld extends AnyLive {
  readonly left: { readonly lostReplies: number }
}

type InvocationOf<World extends AnyWorld> = World['live'][number]

/** What a kind of world makes of a call, and of its reply. */
interface Calls<Laws, World extends AnyWorld> {
  readonly effect: (laws: Laws, world: World, invocation: InvocationOf<World>) => [World, Reply]
  readonly told: (laws: Laws, world: World, invocation: InvocationOf<World>, reply: Reply) => World
}

export const isWrite = (point: Point): boolean =>
  point.type === 'workflow' ||
  (point.type === 'table' && !(point.command instanceof GetCommand || point.command instanceof QueryCommand))

/** In what ways a call may go of a process that lives on. */
export const waysOfACall = <Laws, World extends AnyWorld>({ effect, told }: Calls<Laws, World>) => ({
  /** The call is made, and the reply comes. */
  made: (laws: Laws, world: World, invocation: InvocationOf<World>): World => {
    const [after, reply] = effect(laws, world, invocation)
    return told(laws, after, invocation, reply)
  },

  /** The call is made, its reply is lost, and the client asks again. */
  lost: (laws: Laws, world: World, invocation: InvocationOf<World>): World => {
    const [after, reply] = effect(laws, world, invocation)
    const left = { ...world.left, lostReplies: world.left.lostReplies - 1 }
    return replaced({ ...after, left }, invocation, { ...invocation, asksAgain: reply.error ? 'refused' : 'made' })
  },
})
