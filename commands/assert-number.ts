import { e164 } from '../functions/notification/e164.ts'
import { Failed } from './failed.ts'

/** @throws a sentence where a number is not written as E.164 does */
export const assertNumber = (to: string): void => {
  if (!e164.test(to)) throw new Failed('The number is written in E.164, e.g. --to +14155550123.')
}
