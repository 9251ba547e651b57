import type { Answer } from '../../../functions/notification/attempt.ts'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import type { Told } from '../../workflows/fates.ts'

/** What a carrier says of a text, so many milliseconds after the request came. */
export interface Telling {
  readonly told: Told
  readonly afterMs: number
  readonly times?: number
  /** Said by somebody else in the carrier's name, or by the carrier of another deployment's text. */
  readonly from?: 'forger' | 'foreigner' | 'archive'
}

/** What becomes of one request to a carrier. */
export interface Fate {
  /** Undefined: no connection comes about, so nothing leaves. */
  readonly reaches: boolean
  /** Whether the carrier takes the text, whatever it answers. */
  readonly accepts: boolean
  /** Undefined: no answer ever comes. */
  readonly answer: Answer | 'accepted' | undefined
  readonly answerMs: number
  /** Undefined: it never arrives. */
  readonly arrivesMs: number | undefined
  readonly tells: readonly Telling[]
}

/** What others than its carrier tell of it. */
export const byOthers = ({ tells }: Fate) => tells.filter(({ from }) => from !== undefined)

/** Milliseconds between two, more often near the first. */
const soon = (least: number, most: number, roll: number) => least + (most - least) * roll ** 2

type Roll = (what: string) => number

/** Twilio tells by webhook within seconds, SNS by its delivery log, which takes up to a minute and more. */
const tellingMs = { twilio: [800, 9_000], sns: [2_500, 55_000] } as const

const delivered = (carrier: CarrierName, arrivesMs: number, roll: Roll): Telling[] => {
  const [least, most] = tellingMs[carrier]
  const last = { told: 'delivered', afterMs: Math.max(arrivesMs, soon(least, most, roll('told'))) } as const
  return carrier === 'twilio' ? [{ told: 'sent', afterMs: soon(300, 800, roll('sent')) }, last] : [last]
}

const failsByNature = ['absent', 'recipient', 'route', 'unclassified'] as const

/** A text's fate where nothing is wrong with its carrier: two in a hundred phones are off, gone or out of reach. */
export const ordinaryFate = (carrier: CarrierName, roll: Roll): Fate => {
  const arrivesMs = soon(900, 8_000, roll('arrives'))
  const accepted = { reaches: true, accepts: true, answer: 'accepted', answerMs: soon(90, 900, roll('answer')) } as const
  const nature = failsByNature[Math.floor(roll('nature') * 200)]
  if (nature === undefined) return { ...accepted, arrivesMs, tells: delivered(carrier, arrivesMs, roll) }
  return { ...accepted, arrivesMs: undefined, tells: [{ told: nature, afterMs: soon(1_000, 20_000, roll('told')) }] }
}
