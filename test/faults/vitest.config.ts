import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** All fault tests, those that `npm test` leaves out too, and the table of them in docs/proof.md. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/faults/**/*.test.ts'],
    globalSetup: 'test/faults/faulty-world.ts',
    fileParallelism: false,
    maxConcurrency: 8,
    testTimeout: 600_000,
    hookTimeout: 120_000,
    reporters: ['default', join(import.meta.dirname, 'table-reporter.ts')],
  },
})
