import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'rules', include: ['test/{functions,infra,workflows,commands}/**/*.test.ts'] } },
      { test: { name: 'local', include: ['test/local/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
})
