import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, buildSync } from 'esbuild'

const repository = fileURLToPath(new URL('..', import.meta.url))
const functions = join(repository, 'functions')
const built = join(repository, 'build', 'functions')

/** The folders of functions that Lambda runs: those with a `lambda.ts`. */
export const functionFolders = readdirSync(functions).filter((folder) => existsSync(join(functions, folder, 'lambda.ts')))

/** Some of the SDK's dependencies are CommonJS and call `require`, which an ES module does not have. */
const requireForCommonJs = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/** How a function is bundled: one file with all it needs, the AWS SDK included. */
export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  keepNames: true,
  banner: { js: requireForCommonJs },
  legalComments: 'none',
} as const satisfies BuildOptions

/** Another process may be reading the folder for its own deployment: a file changes in one step, and only if it differs. */
const writeIfChanged = (path: string, contents: Uint8Array) => {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}

/** Bundles every function in one pass. Returns the folder of their folders. */
export const bundleFunctions = (): string => {
  const entryPoints = Object.fromEntries(
    functionFolders.map((folder) => [`${folder}/index`, join(functions, folder, 'lambda.ts')]),
  )
  const { outputFiles } = buildSync({ ...bundling, entryPoints, outdir: built, outExtension: { '.js': '.mjs' }, write: false })
  for (const { path, contents } of outputFiles) writeIfChanged(path, contents)
  return built
}
