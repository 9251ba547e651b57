import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

const setUpScript = join(import.meta.dirname, '../../local/set-up.mjs')

/** A clone with nothing installed, and a PATH that holds nothing but the fakes of a test. */
export const aClone = () => {
  const folder = mkdtempSync(join(tmpdir(), 'heliograph-clone-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const name of ['local/emulator', 'test/infra/cfn-lint', 'path']) mkdirSync(join(folder, name), { recursive: true })
  copyFileSync(setUpScript, join(folder, 'local/set-up.mjs'))
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  writeFileSync(join(folder, 'local/emulator/requirements.txt'), 'ministack==1.5.33')
  writeFileSync(join(folder, 'test/infra/cfn-lint/requirements.txt'), 'cfn-lint==1.58.0')
  const start = (args: string[], nodeOptions: string[] = []) =>
    spawn(process.execPath, [...nodeOptions, 'local/set-up.mjs', ...args], { cwd: folder, env: { PATH: join(folder, 'path') } })
  const setUp = (...args: string[]) => outcome(start(args))
  const calls = async () => (await setUp('/bin/cat', 'calls')).stdout.trim().split('\n')
  return { folder, start, setUp, calls, npm: fakeNpm(folder), python: fakePython(folder) }
}

/** How it ended and what it said, but for the seconds it took. */
export const outcome = async (child: ReturnType<ReturnType<typeof aClone>['start']>) => {
  const [stdout, stderr, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { stdout, stderr: stderr.replaceAll(/\d+\.\d s/g, 'n s'), code, signal }
}

const write = (file: string, script: string) => {
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
}

const fakeNpm =
  (folder: string) =>
  (script = '') =>
    write(join(folder, 'path/npm'), `echo "npm $1" >> calls\n/bin/mkdir -p node_modules\n${script}`)

/** Tells its version, and makes an environment in which pip does as told. It lacks ensurepip unless it is complete. */
const fakePython =
  (folder: string) =>
  (version: string, { complete = true, pip = '' } = {}) => {
    write(join(folder, 'pip'), `echo pip >> calls\n${pip}`)
    const makeVenv = 'echo venv >> calls; /bin/mkdir -p $3/bin; /bin/cp pip $3/bin/python'
    write(join(folder, 'path/python3'), `[ $1 = -m ] && { ${makeVenv}; exit; }\necho ${version}; exit ${complete ? 0 : 1}`)
  }
