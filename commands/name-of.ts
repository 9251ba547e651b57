import { Failed } from './failed.ts'

/** What failed: in our own sentence where it is ours, else by its name alone, for a message may quote what it is about. */
export const nameOf = (error: unknown): string => {
  if (error instanceof Failed) return error.message
  return error instanceof Error ? error.name : 'no answer'
}
