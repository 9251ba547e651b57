import type { Difference } from './diff-templates.ts'
import { styled } from './styled.ts'

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Differences as lines: the field, what stood there, what stands there. */
export const showDifferences = (differences: readonly Difference[]): string[] =>
  differences.flatMap(({ field, before, after }) => [
    styled('bold', field),
    ...(before === undefined ? [] : [styled('red', `  - ${written(before)}`)]),
    ...(after === undefined ? [] : [styled('green', `  + ${written(after)}`)]),
  ])
