import { CarrierName, carrierNames } from '../../functions/notification/carrier-name.ts'
import { CountryCode } from '../../functions/notification/country-code.ts'
import { longestDrain } from '../../functions/steer/read-call.ts'
import { Misused } from '../failed.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { secondsIn } from '../seconds-in.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { askSteering, type SteerAnswer } from './ask-steering.ts'
import { describeDrain } from './describe-drain.ts'

export interface RestoreOptions extends TargetOptions, JsonOption {
  readonly country?: string
  /** Kept for the audit. */
  readonly reason: string
}

export interface DrainOptions extends RestoreOptions {
  /** e.g. "2h" */
  readonly for?: string
}

const carrierCalled = (name: string): CarrierName => {
  const carrier = CarrierName.safeParse(name)
  if (!carrier.success) throw new Misused(`There is no carrier ${name}: write ${carrierNames.join(' or ')}.`)
  return carrier.data
}

const where = (country: string | undefined): { readonly country?: string } => {
  if (country === undefined) return {}
  if (!CountryCode.safeParse(country).success) throw new Misused(`${country} is no country: write it like DE or US.`)
  return { country }
}

const lasting = (time: string | undefined): { readonly seconds?: number } => {
  if (time === undefined) return {}
  const seconds = secondsIn(time)
  if (seconds === undefined) throw new Misused(`${time} is no time: write it like 90m, 2h or 1d.`)
  if (seconds > longestDrain) throw new Misused(`${time} is too long: a drain lasts 7 days at most, and can be said again.`)
  return { seconds }
}

/** What follows, for whoever drained. */
const consequence = ({ drains, withoutOther }: SteerAnswer): string[] => {
  if (drains.length === 0) return []
  const next = 'What is decided from now on goes by another carrier where one can be had; what is under way is not called back.'
  return withoutOther.length === 0
    ? [next]
    : [next, `None can be had for ${withoutOther.join(', ')}: these are sent by drained carriers all the same.`]
}

const tell = (answer: SteerAnswer, options: JsonOption): void => {
  const { carrier, drains } = answer
  const states = drains.length > 0 ? drains.map(describeDrain) : ['in use again']
  print(answer, [...states.map((state) => `${carrier}  ${state}`), ...consequence(answer)], options)
}

/** `heliograph carriers drain <name>`: nothing new is sent by it while another can be had, until that time is over. */
export const drainCarrier = async (name: string, options: DrainOptions): Promise<void> => {
  const { reason, country, for: time } = options
  const call = { action: 'drain', carrier: carrierCalled(name), ...where(country), ...lasting(time), reason } as const
  tell(await askSteering(await findTarget(options), call), options)
}

/** `heliograph carriers restore <name>`: it is sent by again, before its time is over. */
export const restoreCarrier = async (name: string, options: RestoreOptions): Promise<void> => {
  const { reason, country } = options
  const call = { action: 'restore', carrier: carrierCalled(name), ...where(country), reason } as const
  tell(await askSteering(await findTarget(options), call), options)
}
