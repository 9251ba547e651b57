import { canonical } from '../notification/canonical.ts'

/** What somebody said at an instant. */
interface Said {
  readonly at: string
}

/**
 * Whether what comes now counts over what is there: the later does, so that words may come in any order and as often as they like.
 * Two of one instant are decided by a fixed order, the same whichever came first.
 * @param rank of what is said, where some of it is to count over the rest; the higher does
 */
export const countsOver = <Word extends Said>(
  now: Word,
  before: Word | undefined,
  rank: (word: Word) => number = () => 0,
): boolean => {
  if (before === undefined) return true
  const later = Date.parse(now.at) - Date.parse(before.at)
  if (later !== 0) return later > 0
  const higher = rank(now) - rank(before)
  if (higher !== 0) return higher > 0
  return JSON.stringify(canonical(now)) > JSON.stringify(canonical(before))
}
