import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aClone, outcome } from './a-clone.ts'

type Clone = ReturnType<typeof aClone>

const failures: { when: string; given: (clone: Clone) => void; says: string }[] = [
  {
    when: 'Python is missing',
    given: ({ npm }) => npm(),
    says: 'The emulator needs Python 3.10 or newer as python3 on the PATH, and none was found.',
  },
  {
    when: 'Python is too old',
    given: ({ python }) => python('3.9.18'),
    says: 'The emulator needs Python 3.10 or newer as python3 on the PATH, and only 3.9.18 was found.',
  },
  {
    when: 'Python comes without venv, as on Debian',
    given: ({ python }) => python('3.11.2', { complete: false }),
    says: 'Python 3.11.2 lacks venv or ensurepip, with which the emulator is installed; on Debian or Ubuntu: sudo apt install python3.11-venv',
  },
  {
    when: 'npm is missing',
    given: ({ python }) => python('3.12.1'),
    says: 'npm packages could not be installed: there is no npm on the PATH.',
  },
  {
    when: 'the npm registry is out of reach',
    given: ({ npm, python }) => {
      python('3.12.1')
      npm('echo "npm error code ENOTFOUND" >&2; exit 1')
    },
    says: 'npm packages could not be installed: the registry cannot be reached (ENOTFOUND); run this again once it can.',
  },
  {
    when: 'npm fails otherwise',
    given: ({ npm, python }) => {
      python('3.12.1')
      npm('printf "npm error code EUSAGE\\nnpm error\\nnpm error The lock file is out of sync.\\nnpm error more" >&2; exit 1')
    },
    says: 'npm packages could not be installed: The lock file is out of sync.',
  },
  {
    when: 'the Python registry is out of reach',
    given: ({ npm, python }) => {
      npm()
      python('3.12.1', { pip: 'echo "WARNING: Retrying after NewConnectionError" >&2; exit 1' })
    },
    says: 'the emulator could not be installed: the registry cannot be reached (NewConnectionError); run this again once it can.',
  },
  {
    when: 'nobody knows the command',
    given: ({ npm, python }) => {
      npm()
      python('3.12.1')
    },
    says: 'there is no nonsense on the PATH.',
  },
]

describe('the set-up fails in one sentence when', () => {
  it.each(failures)('$when', async ({ given, says }) => {
    const clone = aClone()
    given(clone)
    const { code, stdout, stderr } = await clone.setUp('--emulator', 'nonsense')
    expect([code, stdout, stderr.split('\n').at(-2)]).toEqual([1, '', `heliograph: ${says}`])
  })

  it('Python is missing, before it installs anything', async () => {
    const { folder, setUp, npm } = aClone()
    npm()
    await setUp('--emulator', 'true')
    expect(existsSync(join(folder, 'node_modules'))).toBe(false)
  })

  it.each([
    { platform: 'linux', node: '18.20.0', says: 'It takes Node 20 or newer, and this is 18.20.0.' },
    { platform: 'sunos', node: '20.9.0', says: `On sunos ${process.arch} it takes Node 22.18 or newer, and this is 20.9.0.` },
  ])('Node $node is too old for $platform', async ({ platform, node, says }) => {
    const { start, npm } = aClone()
    npm()
    const pretend = Object.entries({ platform, versions: { node } }).map(
      ([name, value]) => `Object.defineProperty(process, '${name}', { value: ${JSON.stringify(value)} })`,
    )
    const { code, stderr } = await outcome(start(['true'], ['--import', `data:text/javascript,${pretend.join(';')}`]))
    expect([code, stderr.split('\n').at(-2)]).toEqual([1, `heliograph: ${says}`])
  })
})
