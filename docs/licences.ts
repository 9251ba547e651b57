import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { packageAt } from './bundled-packages.ts'
import { markdownTable } from './markdown-table.ts'

const repository = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(repository, file), 'utf8')

/** Licences that ask for nothing but that their notice stays with a copy. Only these may be deployed. */
export const permissive = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0'] as const

const Lock = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), license: z.string().optional() })),
})

/** As the authors of the emulator's packages state them; pip's lock does not. */
export const pythonLicences: Readonly<Record<string, string>> = {
  botocore: 'Apache-2.0',
  defusedxml: 'PSF-2.0',
  exceptiongroup: 'MIT',
  'graphql-core': 'MIT',
  h11: 'MIT',
  h2: 'MIT',
  hpack: 'MIT',
  hypercorn: 'MIT',
  hyperframe: 'MIT',
  jmespath: 'MIT',
  'jsonata-python': 'Apache-2.0',
  ministack: 'MIT',
  priority: 'MIT',
  'python-dateutil': 'Apache-2.0 OR BSD-3-Clause',
  pyyaml: 'MIT',
  six: 'MIT',
  taskgroup: 'MIT',
  tomli: 'MIT',
  'typing-extensions': 'PSF-2.0',
  urllib3: 'MIT',
  wsproto: 'MIT',
}

/** The emulator's packages with their versions, e.g. ["botocore", "1.43.106"] */
export const pythonPackages = (): readonly (readonly [string, string])[] =>
  [...read('local/emulator/requirements.txt').matchAll(/^([a-z0-9._-]+)==(\S+)/gm)].map(([, name = '', version = '']) => [
    name,
    version,
  ])

const deployed = (folders: readonly string[]) =>
  markdownTable(
    ['package', 'version', 'licence'],
    folders.map(packageAt).map(({ name, version, license }) => [name, version, license]),
  )

/** Every package that npm may install, whatever the machine, but those that are deployed. */
const tools = (bundled: readonly string[]) => {
  const packages = Object.entries(Lock.parse(JSON.parse(read('package-lock.json'))).packages).filter(
    ([folder]) => folder !== '' && !bundled.includes(folder),
  )
  const named = ([folder, { version }]: (typeof packages)[number]) => `${folder.split('node_modules/').at(-1)} ${version}`
  const byLicence = [...Map.groupBy(packages, ([, { license }]) => license ?? 'none stated')]
  const rows = byLicence
    .map(([licence, those]): [string, string[]] => [licence, [...new Set(those.map(named))]])
    .sort(([, a], [, b]) => b.length - a.length)
  return markdownTable(
    ['licence', 'packages'],
    rows.map(([licence, names]) => [licence, names.sort((a, b) => a.localeCompare(b)).join(', ')]),
  )
}

/** `docs/licences.md`: what is deployed with the functions, and with what they are built and tested. @param bundled as `bundledPackages` */
export const licences = (bundled: readonly string[]): string => `# Licences

Made by \`npm run docs\`. Heliograph itself is under Apache-2.0.

## Deployed with the functions

What the bundler really puts into them; a test refuses every licence but ${permissive.join(', ')}. The bundles leave out the packages' notices:
whoever hands bundles on to others, and does not only deploy them, adds the notices from \`node_modules/<package>/LICENSE*\`.

${deployed(bundled)}

## Tools

They build, test and run the world on one machine; nothing of them is deployed. The lock file names them for every platform.

${tools(bundled)}

## The emulator (Python)

${markdownTable(
  ['package', 'version', 'licence'],
  pythonPackages().map(([name, version]) => [name, version, pythonLicences[name] ?? 'not looked up']),
)}
`
