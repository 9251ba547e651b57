import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')

/** What the tests of rules, records, workflow and template read. */
const copied = [
  ...['functions', 'infra', 'workflows', 'templates', 'commands', 'local', 'docs', 'test'],
  ...['cdk.json', 'package.json', 'tsconfig.json', 'vitest.config.ts'],
]

/** Installed things, too large to be copied and never changed. */
const linked = ['node_modules', '.venv']

/** A copy of the tree in which a file can be changed without harm; it goes with this process. */
export const scratchCopy = () => {
  const root = mkdtempSync(join(tmpdir(), 'heliograph-mutants-'))
  process.once('exit', () => rmSync(root, { recursive: true, force: true }))
  for (const name of copied) cpSync(join(repository, name), join(root, name), { recursive: true })
  for (const name of linked) symlinkSync(join(repository, name), join(root, name))
  return {
    root,
    /** Changes a file, has something done, and puts the file back. */
    changed: async <T>(file: string, change: (source: string) => string, work: () => Promise<T>): Promise<T> => {
      const path = join(root, file)
      const source = readFileSync(path, 'utf8')
      writeFileSync(path, change(source))
      try {
        return await work()
      } finally {
        writeFileSync(path, source)
      }
    },
  }
}
