import { defineConfig } from 'vitest/config'

/** What judges the rules, in one worker without isolation, since Stryker runs it once for each mutant. */
export default defineConfig({
  test: {
    include: ['test/functions/*/*.test.ts'],
    exclude: ['**/twilio-signature-time.test.ts'], // it replaces node:crypto, which nothing but isolation would undo
    setupFiles: ['test/mutants/same-examples.ts'],
    isolate: false,
    testTimeout: 60_000,
  },
})
