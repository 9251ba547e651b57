import { scopes } from '../../../functions/notification/kinds.ts'
import { Recipient } from '../../../functions/recipient/recipient.ts'
import { changeOf } from './change-invariants.ts'
import { Violation } from './choice.ts'
import type { Laws } from './laws.ts'
import { restOf } from './rest-invariants.ts'
import type { Request, World } from './world.ts'

/** Of how many attempts at once nobody may know that they failed. Source: design §6, not the code. */
const mostPossiblySent: Readonly<Record<string, number>> = {
  verification: 2,
  payment: 1,
  order: 2,
  logistics: 2,
  membership: 2,
  marketing: 1,
}

/** By the truth, not by the records: the carrier neither refused it nor has told since that it failed. */
const mayArrive = ({ receipts }: World, { attempt, answer }: Request) =>
  answer.type !== 'notSent' &&
  !receipts.some(({ attempt: about, told }) => about === attempt && (told === 'route' || told === 'recipient'))

const checkRequests = ({ tables }: Laws, before: World, after: World): void => {
  const request = after.requests.at(-1)
  if (request === undefined || after.requests.length === before.requests.length) return
  const ofAttempt = after.requests.filter(({ attempt }) => attempt === request.attempt)
  if (ofAttempt.length > 1) throw new Violation(`I1: attempt ${request.attempt} is requested ${ofAttempt.length} times`)
  const { kind = '' } = tables.notificationOf(after.table)
  const earlier = before.requests.filter((one) => mayArrive(before, one)).length
  if (earlier >= (mostPossiblySent[kind] ?? 0))
    throw new Violation(`I2: a ${kind} is requested while ${earlier} may still arrive`)
}

/** By what lies in the table, not by what the functions say of it. */
const isOptedOut = ({ tables }: Laws, table: number): boolean => {
  const refusing = tables.notificationOf(table).kind === 'marketing' ? scopes : (['all'] as const)
  return tables.has(table, 'RECIPIENT', (item) =>
    refusing.some((scope) => Recipient.parse(item).suppressions[scope]?.state === 'suppressed'),
  )
}

/** An opt-out, a cancellation or a confirmation that lies in the table lets no attempt be armed any more, and so none be requested. */
const checkArming = (laws: Laws, { table: before }: World, { table: after }: World): void => {
  const { tables } = laws
  const { attempts, cancelled, confirmed } = tables.notificationOf(before)
  if (tables.notificationOf(after).attempts.length === attempts.length) return
  const armed = `attempt ${attempts.length + 1} is armed`
  if (isOptedOut(laws, before)) throw new Violation(`I7: ${armed} for somebody who opted out`)
  if (cancelled || confirmed || tables.has(before, 'INTERVENTION')) throw new Violation(`I7: ${armed}, and was called off before`)
}

/** Checks one step, and the world that it leads to. */
export const check = (laws: Laws, before: World, after: World): void => {
  checkRequests(laws, before, after)
  const { tables } = laws
  if (!tables.has(before.table, 'NOTIFICATION')) return
  if (before.table !== after.table) checkArming(laws, before, after)
  const wrong =
    (before.table === after.table
      ? undefined
      : changeOf(tables.notificationOf(before.table), tables.notificationOf(after.table))) ?? restOf(laws, after)
  if (wrong !== undefined) throw new Violation(wrong)
}
