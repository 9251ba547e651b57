import { forTerminal } from '../for-terminal.ts'
import { styled } from '../styled.ts'
import type { Difference } from './diff-templates.ts'

const written = (value: unknown): string => forTerminal(typeof value === 'string' ? value : JSON.stringify(value))

/** Differences as lines: the field, what stood there, what stands there. */
export const showDifferences = (differences: readonly Difference[]): string[] =>
  differences.flatMap(({ field, before, after }) => [
    styled('bold', forTerminal(field)),
    ...(before === undefined ? [] : [styled('red', `  - ${written(before)}`)]),
    ...(after === undefined ? [] : [styled('green', `  + ${written(after)}`)]),
  ])
