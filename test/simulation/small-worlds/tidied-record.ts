import type { Item, Value } from '../dynamo/value.ts'

/** Of which records somebody holds the version: whoever is about to write on the condition that it has not moved. */
export interface Held {
  readonly notification: boolean
  readonly recipient: boolean
}

const tidyMark = (mark: unknown, names: readonly string[]) =>
  names.some((name) => String(mark).startsWith(`${name}.`)) ? String(mark) : 'nobody'

const tidiedOwn = ({ mark, version = 1 }: Item, names: readonly string[], isHeld: boolean) => ({
  mark: tidyMark(mark, names),
  version: isHeld ? version : 1,
})

/** Marks of others than these are nobody's; and a version that nobody holds is as good as the first. */
export const tidiedRecord = (item: Item, names: readonly string[], held: Held): Item => {
  if (item.SK === 'RECIPIENT') return { ...item, ...tidiedOwn(item, names, held.recipient) }
  if (item.SK !== 'NOTIFICATION') return item
  const attempts = (item.attempts ?? []) as readonly { readonly [field: string]: Value }[]
  return {
    ...item,
    ...tidiedOwn(item, names, held.notification),
    attempts: attempts.map((attempt) => ({ ...attempt, mark: tidyMark(attempt.mark, names) })),
  }
}
