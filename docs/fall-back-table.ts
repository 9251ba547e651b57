import { decideFallBack } from '../functions/fall-back/decide-fall-back.ts'
import type { FallBack } from '../functions/fall-back/situation.ts'
import type { Attempt } from '../functions/notification/attempt.ts'
import { failureClasses } from '../functions/notification/failure.ts'
import { defaultKinds, type Kind, kinds } from '../functions/notification/kinds.ts'
import { markdownTable } from './markdown-table.ts'

const start = '2026-11-22T12:00:00Z'

const armed = (number: number, what: Partial<Attempt>): Attempt => ({
  number,
  carrier: 'sns',
  mark: 'any',
  armedAt: start,
  deadline: start,
  status: 'armed',
  closed: true,
  ...what,
})

/** What can become of an attempt, each with a first attempt to which it happened. */
const cases: readonly (readonly [string, Partial<Attempt>])[] = [
  ...failureClasses.map((failureClass): [string, Partial<Attempt>] => [
    failureClass,
    { answer: { type: 'notSent', failure: { class: failureClass, reason: 'any' } } },
  ]),
  ['silence', { status: 'accepted', answer: { type: 'accepted', messageId: 'any' } }],
  ['unknown answer', { answer: { type: 'unknown', reason: 'any' } }],
]

const said = (fallBack: FallBack): string => {
  if ('send' in fallBack) return fallBack.send === 'sns' ? 'same carrier' : 'next carrier'
  if ('holdFor' in fallBack) return `${fallBack.holdFor === 'sns' ? 'same carrier' : 'next carrier'} after ${fallBack.seconds} s`
  return `stop: ${fallBack.outcome}`
}

const decided = (kind: Kind, attempts: readonly Attempt[]) =>
  said(
    decideFallBack({
      attempts,
      policy: defaultKinds[kind],
      carriers: ['sns', 'twilio'],
      drained: [],
      secondsLeft: defaultKinds[kind].validForSeconds,
      passes: 0,
      random: 1,
    }),
  )

/** What follows the first attempt of two possible carriers, by what became of it and by kind, in Markdown. */
export const fallBackTable = (): string =>
  markdownTable(
    ['what became of the first attempt', ...kinds],
    cases.map(([name, what]) => [name, ...kinds.map((kind) => decided(kind, [armed(1, what)]))]),
  )

/** The document with the table as the code has it now, between its two marks. */
export const withFallBackTable = (document: string): string =>
  document.replace(/(<!-- fall-back-table -->\n).*(<!-- \/fall-back-table -->)/s, `$1\n${fallBackTable()}\n\n$2`)
