import { Failed } from './failed.ts'

/** @throws a sentence where a number is not written as E.164 does */
export const assertNumber = (to: string): void => {
  if (!/^\+[1-9][0-9]{6,14}$/.test(to)) throw new Failed('The number is written in E.164, e.g. --to +14155550123.')
}
