import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { bundling, functionFolders } from '../infra/bundle.ts'

const repository = join(import.meta.dirname, '..')

/** "node_modules/@aws-sdk/core/dist-es/index.js" → "node_modules/@aws-sdk/core" */
const folderOf = (file: string) => file.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0]

/**
 * The packages of which anything is deployed with our functions, by the bundler's own account: what it left out as unused is not
 * among them.
 * @returns folders, e.g. "node_modules/zod"
 */
export const bundledPackages = (): readonly string[] => {
  const entryPoints = functionFolders.map((folder) => join(repository, 'functions', folder, 'lambda.ts'))
  const { metafile } = buildSync({
    ...bundling,
    entryPoints,
    absWorkingDir: repository,
    outdir: join(repository, 'build'), // nothing is written
    write: false,
    metafile: true,
  })
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([file]) => file),
  )
  return [...new Set(files.flatMap((file) => folderOf(file) ?? []))].sort((a, b) => a.localeCompare(b))
}

/** What package.json of an installed package says of itself, e.g. { name: "zod", version: "4.6.7", license: "MIT" } */
export const packageAt = (folder: string): { readonly name: string; readonly version: string; readonly license: string } =>
  JSON.parse(readFileSync(join(repository, folder, 'package.json'), 'utf8'))
