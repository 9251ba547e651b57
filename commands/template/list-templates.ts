import type { Review } from '../../functions/template/review/review.ts'

/** One template with the versions that matter: the one that is sent, and those on their way. */
export interface Listed {
  readonly name: string
  readonly kind: Review['kind']
  /** The version that was approved last. */
  readonly current?: number
  /** Whether it serves no new request any more. */
  readonly isRetired: boolean
  readonly drafts: readonly number[]
  readonly inReview: readonly number[]
}

/** @param reviews of one template, the newest first, one at least */
const listed = (reviews: readonly [Review, ...Review[]]): Listed => {
  const [{ name, kind }] = reviews
  const current = reviews.find(({ state }) => state === 'approved' || state === 'retired')
  const versionsIn = (state: Review['state']) => reviews.filter((review) => review.state === state).map(({ version }) => version)
  return {
    name,
    kind,
    ...(current && { current: current.version }),
    isRetired: current?.state === 'retired',
    drafts: versionsIn('draft'),
    inReview: versionsIn('in review'),
  }
}

/** What there is, by name, from the reviews of all versions, the newest first within a name. */
export const listTemplates = (reviews: readonly Review[]): Listed[] =>
  Object.values(Object.groupBy(reviews, ({ name }) => name)).flatMap((of = []) => {
    const [newest, ...older] = of
    return newest ? [listed([newest, ...older])] : []
  })
