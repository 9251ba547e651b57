import { onTestFinished, vi } from 'vitest'

/**
 * Lets the test see what a function writes to its log, instead of its reader. To be called before anything of `runtime/` is
 * imported: Powertools decides then where it writes.
 */
export const divertTheLog = () => {
  vi.stubEnv('POWERTOOLS_DEV', 'true')
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false')
}

/** Every line that is written from now on to the end of the test. */
export const whatIsWritten = (): string[] => {
  const lines: string[] = []
  for (const level of ['debug', 'info', 'warn', 'error', 'log'] as const) {
    const spy = vi.spyOn(console, level).mockImplementation((line: unknown) => void lines.push(String(line)))
    onTestFinished(() => spy.mockRestore())
  }
  return lines
}
