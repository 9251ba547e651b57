import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const repository = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(repository, file), 'utf8')

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly inBundle?: boolean
  readonly hasInstallScript?: boolean
}
const manifest = JSON.parse(read('package.json'))
const lock: { readonly lockfileVersion: number; readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  read('package-lock.json'),
)
const { '': root, ...locked } = lock.packages
const packages = Object.entries(locked)
const folders = (fits: (entry: Locked) => boolean | undefined) =>
  packages.filter(([, entry]) => fits(entry)).map(([folder]) => folder)

describe('package.json', () => {
  const asked = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) =>
    Object.entries<string>(manifest[group] ?? {}),
  )

  it.each(asked)('pins %s to one version, as a release of the registry: %s', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/)
  })

  it('runs nothing by itself when somebody installs it', () => {
    const lifecycle = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'preprepare', 'postprepare']
    expect(Object.keys(manifest.scripts).filter((name) => lifecycle.includes(name))).toEqual([])
  })
})

describe('package-lock.json', () => {
  it('locks the very versions that package.json pins', () => {
    const pinned = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
    expect(Object.keys(pinned).length).toBeGreaterThan(30)
    for (const [name, version] of Object.entries(pinned)) expect(locked[`node_modules/${name}`]).toMatchObject({ version })
    expect(root).toMatchObject({ dependencies: manifest.dependencies, devDependencies: manifest.devDependencies })
  })

  it('knows the contents of every package by a SHA-512', () => {
    expect(packages.length).toBeGreaterThan(300)
    const unchecked = folders(({ integrity, inBundle }) => !inBundle && !integrity?.match(/^sha512-[A-Za-z0-9+/]{86}==$/))
    expect(unchecked).toEqual([])
  })

  it('checks what comes inside another package by that package', () => {
    const within = folders(({ inBundle }) => inBundle)
    for (const folder of within) expect(locked[folder.slice(0, folder.lastIndexOf('/node_modules/'))]).toHaveProperty('integrity')
  })

  it('takes nothing from anywhere but the registry: no git, no archive of somebody’s, no folder', () => {
    expect(lock.lockfileVersion).toBe(3)
    expect(folders(({ link }) => link)).toEqual([])
    expect(folders(({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))).toEqual([])
  })

  it('holds no package that wants to run something when it is installed, but those we know', () => {
    const known = ['node_modules/esbuild'] // it would fetch its binary if the lock had brought none; the lock has
    expect(folders(({ hasInstallScript }) => hasInstallScript)).toEqual(known)
  })
})
