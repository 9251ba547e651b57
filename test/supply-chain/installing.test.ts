import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const repository = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(repository, file), 'utf8')
const setUp = read('local/set-up.mjs')

describe('the set-up', () => {
  it('installs npm packages by the lock alone, and runs no script of theirs', () => {
    const [, npm = ''] = setUp.match(/const npmCi = \[(.*?)\n\]\n/s) ?? []
    const words = [...npm.matchAll(/'([^']+)'/g)].map(([, word]) => word)
    expect(words[0]).toBe('ci')
    expect(words).toContain('--ignore-scripts')
    expect(setUp.match(/'npm'.*/g)).toEqual(["'npm', npmCi),"]) // nothing else runs it
  })

  it('installs Python packages only where their contents are known', () => {
    const pips = [...setUp.matchAll(/'pip', 'install',[^\]]*/g)].map(([call]) => call)
    expect(pips).toEqual([expect.stringContaining("'--require-hashes', '-r', madeFrom")])
  })
})

describe('what people and machines run', () => {
  const { scripts } = JSON.parse(read('package.json'))

  it.each(Object.entries<string>(scripts))('npm run %s goes through the set-up', (name, script) => {
    const installsNothing = ['audit'] // it asks about the lock, and needs nothing installed
    if (!installsNothing.includes(name)) expect(script).toMatch(/^exec node local\/set-up\.mjs /)
    expect(script).not.toMatch(/npm (i|install|add|update)\b|npx |curl |wget /)
  })

  it('.ci/run goes through those scripts, but for the browser, which Debian signs', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => /^\w/.test(line) && !/^(set|cd|command -v chromium) /.test(line))
    expect(commands.length).toBeGreaterThan(1)
    for (const command of commands) expect(command).toMatch(/^npm (test|run [a-z:-]+)/)
  })

  it('no other registry is named', () => {
    expect(readdirSync(repository)).not.toContain('.npmrc')
    expect(readdirSync(repository)).not.toContain('pip.conf')
  })
})

describe('the emulator’s packages', () => {
  const lines = read('local/emulator/requirements.txt').split('\n')
  const packages = lines.filter((line) => /^[a-z]/i.test(line))

  it.each(packages)('%s is pinned, and known by the hashes of its archives', (line) => {
    expect(line).toMatch(/^[a-z0-9._-]+==[0-9][^ ]* (; [^\\]+ )?\\$/)
    const next = lines[lines.indexOf(line) + 1]
    expect(next).toMatch(/^ {4}--hash=sha256:[0-9a-f]{64}/)
  })

  it('come from nowhere but the index', () => {
    expect(packages.length).toBeGreaterThan(10)
    expect(
      lines.filter(
        (line) => /^\s*(-|--(index-url|extra-index-url|find-links|trusted-host))/.test(line) && !line.includes('--hash='),
      ),
    ).toEqual([])
    expect(lines.filter((line) => /:\/\/|git\+| @ /.test(line.replace(/#.*/, '')))).toEqual([])
  })
})
