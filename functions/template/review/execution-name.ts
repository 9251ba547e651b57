import type { Review } from './review.ts'

/** The name of a review's execution: a version's number follows the last dash, so that no two versions share one. */
export const executionNameOf = ({ name, version }: Pick<Review, 'name' | 'version'>): string => `${name}-${version}`

/** The version that an execution reviews, by its name; undefined for one that somebody started by hand under another name. */
export const readExecutionName = (executionName: string): Pick<Review, 'name' | 'version'> | undefined => {
  const [, name, version] = /^(.+)-([1-9][0-9]*)$/.exec(executionName) ?? []
  return name === undefined ? undefined : { name, version: Number(version) }
}
