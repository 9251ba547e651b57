import { isDeepStrictEqual } from 'node:util'
import type { Template } from '../../functions/template/template.ts'

/** One field that two templates do not have alike; what is undefined is not there. */
export interface Difference {
  /** e.g. "texts.de" or "slots.eta.maxLength" */
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const differences = (field: string, before: unknown, after: unknown): Difference[] => {
  if (isRecord(before) && isRecord(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      differences(field === '' ? name : `${field}.${name}`, before[name], after[name]),
    )
  return isDeepStrictEqual(before, after) ? [] : [{ field, before, after }]
}

/** What is different in two templates, field by field, in the order of the first. */
export const diffTemplates = (before: Template, after: Template): Difference[] => differences('', before, after)
