import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

const repository = join(import.meta.dirname, '../..')

/** Runs a few lines that write without an end, into a pipe that nobody reads any more. */
const withoutReader = async (lines: string) => {
  const source = `
    import { endWithReader, tidily } from './commands/interruption.ts'
    import { setTimeout as sleep } from 'node:timers/promises'
    endWithReader()
    const write = async (signal) => { while (!signal?.aborted) { console.log('a line'); await sleep(1) } }
    ${lines}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], { cwd: repository })
  child.stdout.once('data', () => child.stdout.destroy())
  const [err] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { err, code: child.exitCode }
}

it('a command ends without a word when nobody reads its output any more', async () => {
  expect(await withoutReader('await write()')).toEqual({ err: '', code: 0 })
})

it('so does the command line', async () => {
  const child = spawn(process.execPath, ['commands/heliograph.ts', '--help'], { cwd: repository })
  child.stdout.destroy()
  const [err] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect({ err, code: child.exitCode }).toEqual({ err: '', code: 0 })
})

it('what is under way is tidied up first', async () => {
  const tidied =
    'await tidily(async (signal) => { await write(signal); await sleep(10); console.error(signal.reason.constructor.name) })'
  expect(await withoutReader(tidied)).toEqual({ err: 'ReaderGone\n', code: 0 })
})
