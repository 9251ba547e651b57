import type * as z from 'zod'
import { fieldOf } from './field-of.ts'
import type { Problem } from './problem.ts'

/**
 * What a zod schema found wrong, as problems that a requester or an author can read.
 *
 * zod's own sentences quote no values but do quote unknown names, so none of them is passed on. A schema's own
 * sentences are: write them in lower case, as what is said of the field ("must be a legal execution name").
 * @param nameOf names a field by its path; without it no invented name is quoted
 */
export const problemsOf = ({ issues }: z.ZodError, nameOf: NameOf = fieldOf): Problem[] => {
  const mistyped = new Set(issues.filter(isOfType).map(({ path }) => nameOf(...path)))
  return issues
    .filter((issue) => isOfType(issue) || !mistyped.has(nameOf(...issue.path)))
    .flatMap((issue) => problemsOfIssue(issue, nameOf))
}

type NameOf = (...path: readonly PropertyKey[]) => string

/** What has the wrong type has no other problem: zod would measure a string as if it were the list it should be. */
const isOfType = ({ code }: z.core.$ZodIssue) => code === 'invalid_type'

const problemsOfIssue = (issue: z.core.$ZodIssue, nameOf: NameOf): Problem[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ field: nameOf(...issue.path, key), problem: 'is not known' }))
    : [{ field: nameOf(...issue.path), problem: isOurs(issue.message) ? issue.message : said(issue) }]

/** zod's sentences begin with a capital letter. */
const isOurs = (message: string) => /^[a-z]/.test(message)

const said = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be ${types[issue.expected] ?? `a ${issue.expected}`}`
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}`
    case 'invalid_union':
      return 'options' in issue && issue.options !== undefined ? `must be ${oneOf(issue.options)}` : notValid
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).find(isOurs) ?? 'has a name that is not allowed here'
    case 'too_small':
      return `must ${sized(issue.origin, `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`)}`
    case 'too_big':
      return `must ${sized(issue.origin, `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`)}`
    case 'invalid_format':
      return issue.format === 'regex' ? notValid : `is not a valid ${issue.format}`
    default:
      return notValid
  }
}

const notValid = 'is not valid'

const types: Partial<Record<string, string>> = {
  int: 'a whole number',
  object: 'an object',
  record: 'an object',
  array: 'a list',
}

const oneOf = (values: readonly z.core.util.Primitive[]) =>
  values.length > 1 ? `one of ${values.join(', ')}` : String(values[0])

const units: Partial<Record<string, string>> = {
  string: 'characters',
  array: 'items',
  set: 'items',
  map: 'items',
  object: 'fields',
}

const sized = (origin: string, limit: string) => (units[origin] === undefined ? `be ${limit}` : `have ${limit} ${units[origin]}`)
