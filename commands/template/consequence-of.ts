import type { Current } from '../../functions/template/review/decide-review.ts'
import { type Review, versionName } from '../../functions/template/review/review.ts'

const noLongerSent = 'It was decided before, and serves no new request any more.'

/**
 * What a decision means for what is sent. A repeat of one is answered too, when much may have happened since.
 * @param stands the version after the decision
 * @param current the version that was approved last, as it is now
 */
export const consequenceOf = (
  { name, version, state }: Pick<Review, 'name' | 'version' | 'state'>,
  current?: Current,
): string => {
  switch (state) {
    case 'approved':
      if (current === undefined || current.version === version)
        return current?.isRetired ? noLongerSent : 'From now on it is what is sent.'
      return current.isRetired
        ? `A later one, ${versionName({ name, version: current.version })}, has replaced it and was retired.`
        : `It was replaced: ${versionName({ name, version: current.version })} is what is sent.`
    case 'rejected':
      return 'It will never be sent.'
    case 'retired':
      return noLongerSent
    case 'draft':
    case 'in review':
      return 'Nothing is decided yet.'
    default:
      return state satisfies never
  }
}
