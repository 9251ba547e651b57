import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { everyVariable } from '../../bench/every-variable.ts'
import { functionFolders } from '../../infra/bundle.ts'

const seconds = 60_000 // seven times the SDK, on a machine that may be busy

beforeEach(() => void vi.resetModules())
afterEach(() => void vi.unstubAllEnvs())

const load = (folder: string) => import(`../../functions/${folder}/lambda.ts`)

describe.each(functionFolders)('the function %s', (folder) => {
  it('is wired, and reaches for nothing before it is called', { timeout: seconds }, async () => {
    for (const [name, value] of Object.entries(everyVariable)) vi.stubEnv(name, value)
    const { handler } = await load(folder)
    expect(handler).toBeTypeOf('function')
  })

  it('does not start without its environment, and names what is missing', { timeout: seconds }, async () => {
    for (const name of Object.keys(everyVariable)) vi.stubEnv(name, undefined)
    await expect(load(folder)).rejects.toThrow(/^environment variables missing or wrong: [A-Z_]+(, [A-Z_]+)*$/)
  })
})
