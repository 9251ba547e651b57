import type { Item, Value } from '../dynamo/value.ts'

/** Marks of others than these are nobody's; and a version that nobody holds is as good as the first. */
export const tidiedRecord = (record: Item, names: readonly string[], isVersionHeld: boolean): Item => {
  const tidy = (mark: unknown) => (names.some((name) => String(mark).startsWith(`${name}.`)) ? String(mark) : 'nobody')
  const attempts = (record.attempts ?? []) as readonly { readonly [field: string]: Value }[]
  return {
    ...record,
    mark: tidy(record.mark),
    version: isVersionHeld ? (record.version ?? 1) : 1,
    attempts: attempts.map((attempt) => ({ ...attempt, mark: tidy(attempt.mark) })),
  }
}
