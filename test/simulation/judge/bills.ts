import type { Case } from './case.ts'

/** I5: whatever a carrier took, and will bill, stands in the records as sent, or as possibly sent. */
export const everyPartIsKnown = ({ calls, record }: Case): string[] =>
  calls
    .filter(({ accepted }) => accepted)
    .flatMap(({ attempt, parts }) => {
      const kept = record?.attempts[attempt - 1]
      if (kept === undefined) return [`attempt ${attempt} was taken and is in no record`]
      if (kept.answer?.type === 'notSent') return [`attempt ${attempt} was taken, and the record says that it was not sent`]
      return record?.plan?.parts === parts ? [] : [`attempt ${attempt} has ${parts} parts, the plan ${record?.plan?.parts}`]
    })

/** I5: what the records call accepted was. */
export const nothingElseIsBilled = ({ calls, record }: Case): string[] =>
  (record?.attempts ?? []).flatMap(({ number, answer }) =>
    answer?.type === 'accepted' &&
    !calls.some((call) => call.attempt === number && call.accepted && call.messageId === answer.messageId)
      ? [`the record says that attempt ${number} was accepted, and no carrier took it`]
      : [],
  )

const isOpen = (outcome: string | undefined) => outcome === 'unknown' || outcome === 'accepted' || outcome === 'delivered'

/** I5: while a carrier has taken a text and not said that it failed, the outcome may not say that nothing was sent. */
export const openIsCalledUnknown = ({ calls, record }: Case): string[] =>
  calls
    .filter(({ accepted, saidFailedAt, sharesId }) => accepted && saidFailedAt === undefined && !sharesId)
    .flatMap(({ attempt }) =>
      record?.outcome === undefined || isOpen(record.outcome)
        ? []
        : [`attempt ${attempt} may have arrived, and the outcome is ${record.outcome}`],
    )
