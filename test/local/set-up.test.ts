import { once } from 'node:events'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aClone, outcome } from './a-clone.ts'

const hello = ['node', '-p', '"hello"']

describe('the set-up', () => {
  it('installs what is missing, says so on stderr, and runs the command', async () => {
    const { setUp, calls, npm, python } = aClone()
    npm()
    python('3.10.1')
    expect(await setUp('--emulator', ...hello)).toEqual({
      stdout: 'hello\n',
      stderr: 'heliograph: installing npm packages … n s\nheliograph: installing the emulator … n s\n',
      code: 0,
      signal: null,
    })
    expect(await calls()).toEqual(['npm ci', 'venv', 'pip'])
  })

  it('is silent when nothing is missing', async () => {
    const { setUp, npm } = aClone()
    npm()
    await setUp('true')
    expect(await setUp(...hello)).toMatchObject({ stdout: 'hello\n', stderr: '' })
  })

  it('leaves Python alone when the command needs no emulator', async () => {
    const { setUp, calls, npm } = aClone()
    npm()
    await setUp(...hello)
    expect(await calls()).toEqual(['npm ci'])
  })

  it('installs the template linter apart from the emulator, for the command that needs both', async () => {
    const { folder, setUp, npm, python } = aClone()
    npm()
    python('3.10.1')
    expect((await setUp('--emulator', '--linter', ...hello)).stderr).toBe(
      'heliograph: installing npm packages … n s\nheliograph: installing the emulator … n s\nheliograph: installing the template linter … n s\n',
    )
    expect([existsSync(join(folder, '.venv')), existsSync(join(folder, '.venv-linter'))]).toEqual([true, true])
    expect(await setUp('--linter', ...hello)).toMatchObject({ stdout: 'hello\n', stderr: '' })
  })

  it('installs again when the lock file has changed', async () => {
    const { folder, setUp, npm } = aClone()
    npm()
    await setUp(...hello)
    writeFileSync(join(folder, 'package-lock.json'), '{ }')
    expect((await setUp(...hello)).stderr).toMatch('installing npm packages again (node_modules is half done or out of date)')
  })

  it('does a half-done installation again', async () => {
    const { folder, setUp, npm, python } = aClone()
    npm()
    python('3.12.0', { pip: 'exit 1' })
    await setUp('--emulator', ...hello)
    writeFileSync(join(folder, '.venv/left-over'), '')
    python('3.12.0')
    const { stdout, stderr } = await setUp('--emulator', ...hello)
    expect(stdout).toBe('hello\n')
    expect(stderr).toBe('heliograph: installing the emulator again (.venv is half done or out of date) … n s\n')
    expect(existsSync(join(folder, '.venv/left-over'))).toBe(false)
  })

  it('installs once when two start at the same time, and the other waits', async () => {
    const { setUp, calls, npm } = aClone()
    npm('/bin/sleep 0.5')
    const [one, two] = await Promise.all([setUp(...hello), setUp(...hello)])
    expect([one.stdout, two.stdout]).toEqual(['hello\n', 'hello\n'])
    expect(one.stderr + two.stderr).toMatch(/waiting for process \d+, which is installing …\n/)
    expect(await calls()).toEqual(['npm ci'])
  })

  it('takes over from an installation whose process was killed', async () => {
    const { folder, setUp, npm } = aClone()
    npm()
    mkdirSync(join(folder, '.local'))
    symlinkSync('4999999', join(folder, '.local/set-up.lock')) // no system counts processes that far
    expect(await setUp(...hello)).toMatchObject({ stdout: 'hello\n', stderr: 'heliograph: installing npm packages … n s\n' })
  })

  it('waits for the installer that a killed installation has left running', async () => {
    const { folder, start, setUp, npm } = aClone()
    npm('/bin/sleep 1')
    const first = start(hello)
    await once(first.stderr, 'data')
    await expect.poll(() => existsSync(join(folder, 'calls'))).toBe(true)
    first.kill('SIGKILL')
    expect((await setUp(...hello)).stderr).toMatch(/^heliograph: waiting for process \d+/)
  })
})

describe('the command', () => {
  it('gives its exit code', async () => {
    const { setUp, npm } = aClone()
    npm()
    expect(await setUp('node', '-e', 'process.exit(7)')).toMatchObject({ code: 7 })
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('gets %s once and ends as it likes', async (signal) => {
    const { start, npm } = aClone()
    npm()
    const endLater = `let times = 40; process.on('${signal}', () => { times++; setTimeout(() => process.exit(times), 100) })`
    const child = start(['node', '-e', `${endLater}; console.log('up'); setInterval(() => {}, 1000)`])
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await outcome(child)).toMatchObject({ code: 41 })
  })

  it('shows that it died of a signal', async () => {
    const { setUp, npm } = aClone()
    npm()
    expect(await setUp('node', '-e', 'process.kill(process.pid, "SIGTERM")')).toMatchObject({ signal: 'SIGTERM' })
  })
})
