import * as z from 'zod'

/**
 * A schema of an object whose names are data, like parameters by slot name.
 * It is zod's record, which passes over a field called `__proto__` in silence; here that is a problem like any other.
 */
export const recordOf = <Key extends z.ZodType<string, string>, Value extends z.ZodType>(key: Key, value: Value) =>
  z.unknown().refine(holdsNoPrototype, 'must not hold the name __proto__').pipe(z.record(key, value))

const holdsNoPrototype = (value: unknown) => typeof value !== 'object' || value === null || !Object.hasOwn(value, '__proto__')
