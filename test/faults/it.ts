import { test } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** What was really observed, in a short sentence for the table in docs/proof.md. */
    seen?: string
  }
}

/** A test whose name begins with the faults that it is about, and which tells what it saw of them. */
export const it = test.extend<{ tell: (seen: string) => void }>({
  tell: async ({ task }, use) => {
    await use((seen) => {
      task.meta.seen = seen
    })
  },
})
