import type { Simulated } from '../core/simulate.ts'
import { everyPartIsKnown, nothingElseIsBilled, openIsCalledUnknown } from './bills.ts'
import { type Case, casesOf } from './case.ts'
import {
  everythingEnds,
  everythingHasAnOutcome,
  noEventIsLost,
  nothingRefusedIsSent,
  oneContentWins,
  oneOutcome,
  onlyMarketingIsAccepted,
  poisonIsRefused,
} from './fates.ts'
import {
  budgetsHold,
  drainsAreHeeded,
  frequencyIsKept,
  marketingHasConsent,
  nothingFollowsACancellation,
  nothingFollowsAnOptOut,
  quietHoursAreKept,
  whatIsCancelledEnds,
} from './policy.ts'
import { noDeliveryIsLost, noReceiptIsLost, nothingForgedIsTaken, nothingIsMadeUp, statusIsMerged } from './receipts.ts'
import {
  fewEnoughPossiblySent,
  noFutileAttempt,
  nothingExpired,
  nothingIsResentEarly,
  oneRequestPerAttempt,
  oneText,
  onlyOnceIfInDoubt,
} from './sends.ts'
import { everythingIsTold, noWordLeaks, repeatsAreEqual } from './told.ts'
import { nobodySleepsOn, nothingFollowsADelivery, nothingFollowsAFinalFailure, whatIsArmedIsSent } from './wake-ups.ts'

/** Every check by its invariant. */
export const checks = {
  'I1 one request per attempt': oneRequestPerAttempt,
  'I2 few enough possibly sent': fewEnoughPossiblySent,
  'I2 in doubt only once': onlyOnceIfInDoubt,
  'I2 one text': oneText,
  'I2 nothing expired is sent': nothingExpired,
  'I2 nothing is resent early': nothingIsResentEarly,
  'I2 no silent carrier twice': noFutileAttempt,
  'I2 nothing follows a delivery': nothingFollowsADelivery,
  'I2 nothing follows a final failure': nothingFollowsAFinalFailure,
  'I2 nothing refused is sent': nothingRefusedIsSent,
  'I2 poison is refused': poisonIsRefused,
  'I3 no event is lost': noEventIsLost,
  'I3 one content wins': oneContentWins,
  'I3 what is armed is sent': whatIsArmedIsSent,
  'I3 everything has an outcome': everythingHasAnOutcome,
  'I3 one outcome': oneOutcome,
  'I3 only marketing is accepted': onlyMarketingIsAccepted,
  'I4 no receipt is lost': noReceiptIsLost,
  'I4 no delivery is lost': noDeliveryIsLost,
  'I4 nothing is made up': nothingIsMadeUp,
  'I4 status is merged': statusIsMerged,
  'I4 nothing forged is taken': nothingForgedIsTaken,
  'I4 everything is told': everythingIsTold,
  'I4 repeats are equal': repeatsAreEqual,
  'I4 nobody sleeps on': nobodySleepsOn,
  'I5 every part is known': everyPartIsKnown,
  'I5 what is open is called unknown': openIsCalledUnknown,
  'I5 nothing else is billed': nothingElseIsBilled,
  'I6 no word leaks': noWordLeaks,
  'I7 nothing follows an opt-out': nothingFollowsAnOptOut,
  'I7 nothing follows a cancellation': nothingFollowsACancellation,
  'I7 what is cancelled ends': whatIsCancelledEnds,
  'I7 marketing has consent': marketingHasConsent,
  'I7 quiet hours are kept': quietHoursAreKept,
  'I7 frequency is kept': frequencyIsKept,
  'I8 everything ends': everythingEnds,
  'I9 budgets hold': budgetsHold,
  'I9 drains are heeded': drainsAreHeeded,
} as const satisfies Record<string, (one: Case) => string[]>
export type CheckName = keyof typeof checks

export interface Violation {
  readonly check: CheckName
  readonly of: number
  readonly says: string
}

const isCheck = (name: string): name is CheckName => Object.hasOwn(checks, name)
const checkNames: readonly CheckName[] = Object.keys(checks).filter(isCheck)

/** What is wrong with one notification. */
export const violationsOf = (one: Case): Violation[] =>
  checkNames.flatMap((check) => checks[check](one).map((says) => ({ check, of: one.of, says })))

export const violations = (simulated: Simulated): Violation[] => casesOf(simulated).flatMap(violationsOf)
