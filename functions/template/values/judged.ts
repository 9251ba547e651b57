import { Fault } from '../../notification/fault.ts'

/** A value that its judge has let through as a string. @throws a fault that does not quote it, when it is none */
export const judgedString = (value: unknown): string => {
  if (typeof value !== 'string') throw new Fault('a value had not been judged: it is no string')
  return value
}

/** The same for a number. */
export const judgedNumber = (value: unknown): number => {
  if (typeof value !== 'number') throw new Fault('a value had not been judged: it is no number')
  return value
}
