/**
 * What a bug breaks, as the design numbers it: an invariant (I1 to I9), a fault's handling (F1 to F44) or the review (§7); else figures that
 * have to agree, alarms that have to call, what operators are told (sight), or the board.
 */
export type Breaks = `I${number}` | `F${number}` | '§7' | 'sums' | 'alarm' | 'sight' | 'board'

/** A bug of one line, and the test that catches it. */
export interface Mutant {
  /** The bug in a sentence. */
  readonly name: string
  readonly file: string
  /** What stands in the file, exactly once. */
  readonly find: string
  readonly replace: string
  readonly caughtBy: {
    readonly file: string
    /** Its whole name, those of its groups included: "group > test". */
    readonly test: string
  }
  readonly breaks: Breaks
}

/**
 * The file's text with the bug in it.
 * @throws where the bug does not apply any more: the code was changed, and the bug has to be written anew
 */
export const planted = (source: string, { name, file, find, replace }: Mutant): string => {
  const times = source.split(find).length - 1
  if (times !== 1) throw new Error(`"${name}" does not apply any more: ${file} has its line ${times} times`)
  return source.replace(find, () => replace)
}
