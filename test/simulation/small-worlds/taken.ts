import { NotRunYet } from './invocation-tree.ts'

/** Takes a step, and runs first whatever handlers it needs. */
export const taken = async <Result>(step: () => Result): Promise<Result> => {
  for (;;) {
    try {
      return step()
    } catch (error) {
      if (!(error instanceof NotRunYet)) throw error
      await error.run()
    }
  }
}
