import type { Attempt } from '../../../functions/notification/attempt.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon } from '../../builders/noon.ts'
import { alarmCase, by, type Case, recorded, taken } from './histories.ts'
import type { AlarmCase } from './recorded.ts'

const failing = (carrier: CarrierName, other: CarrierName): readonly Case[] => {
  /** It did not come to the end that was waited for, so another carrier was asked, which took it. */
  const left = (attempt: Partial<Attempt>) => ({
    attempts: [anAttempt({ carrier, closed: true, ...attempt }), anAttempt({ ...taken, number: 2, carrier: other })],
  })
  const silent = left({ status: 'accepted', answer: accepted() })
  const unanswered = left({ answer: unknown() })
  const well = by({ carrier, answer: accepted() })
  return [
    [
      `Failing${carrier}`,
      'a carrier that refuses or does not answer every third',
      [
        ...recorded(20, well),
        ...recorded(5, by({ carrier, answer: notSent('route') })),
        ...recorded(5, by({ carrier, answer: unknown() })),
      ],
      'a carrier that says of people that they cannot be reached',
      [...recorded(20, well), ...recorded(20, by({ carrier, answer: notSent('recipient', 'landline') }))],
    ],
    [
      `Failing${carrier}`,
      'a carrier that is away',
      recorded(20, by({ carrier, answer: notSent('route') })),
      'another that is away',
      recorded(20, by({ carrier: other, answer: notSent('route') })),
    ],
    [
      `Failing${carrier}`,
      'a carrier that loses half its texts, so that another sends them',
      [...recorded(10, well), ...recorded(10, silent)],
      'one that loses a fifth',
      [...recorded(16, well), ...recorded(4, silent)],
    ],
    [
      `Failing${carrier}`,
      'a carrier of which every third is fallen back from, after no answer or no receipt',
      [...recorded(20, well), ...recorded(5, silent), ...recorded(5, unanswered)],
      'one of which every fifth is: each attempt counts once',
      [...recorded(16, well), ...recorded(4, unanswered)],
    ],
  ]
}

const slow = (carrier: CarrierName): readonly Case[] => {
  const after = (seconds: number) => by({ ...taken, carrier, answeredAt: atNoon(seconds) })
  return [
    [
      `SlowCodes${carrier}`,
      'two codes in a hundred that a carrier takes after 6 seconds',
      [...recorded(98, after(1)), ...recorded(2, after(6))],
      'one in two hundred, and others that it takes after 5',
      [...recorded(199, after(5)), ...recorded(1, after(6))],
    ],
    [
      `SlowCodes${carrier}`,
      'one code of twenty',
      [...recorded(19, after(1)), ...recorded(1, after(60))],
      'so few codes that they say nothing',
      recorded(19, after(60)),
    ],
  ]
}

const quiet = (carrier: CarrierName): Case => [
  `NoReceipts${carrier}`,
  'texts that a carrier took, and no receipt at all',
  recorded(20, by({ ...taken, carrier })),
  'the same with one receipt, be it a bad one',
  [...recorded(20, by({ ...taken, carrier })), ...recorded(1, by({ ...taken, carrier, status: 'undelivered' }))],
]

/** Alarms on what a carrier does, by name. */
export const ofCarriers: readonly AlarmCase[] = [
  ...failing('twilio', 'sns'),
  ...failing('sns', 'twilio'),
  ...slow('twilio'),
  ...slow('sns'),
  quiet('twilio'),
  quiet('sns'),
].map(alarmCase)
