import { defineConfig } from 'vitest/config'

/** End-to-end tests share one deployment on the emulator, which takes its time. */
const deployed = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'rules',
          include: ['test/{functions,infra,workflows,commands,docs,bench,supply-chain,fuzz,mutants,simulation}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'records', include: ['test/records/**/*.test.ts'], ...deployed } },
      { test: { name: 'local', include: ['test/local/**/*.test.ts'], ...deployed } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/deployed-world.ts',
          fileParallelism: false,
          ...deployed,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/*.test.ts'],
          globalSetup: 'test/faults/faulty-world.ts',
          fileParallelism: false,
          maxConcurrency: 8,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'iam',
          include: ['test/iam/**/*.test.ts'],
          globalSetup: 'test/iam/guarded-world.ts',
          fileParallelism: false,
          ...deployed,
        },
      },
    ],
  },
})
