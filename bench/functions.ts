import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { bundleFunctions, bundling, functionFolders } from '../infra/bundle.ts'
import { everyVariable } from './every-variable.ts'

const runs = 15

/** A function that only makes one client of the AWS SDK: what any function that touches a table has to load. */
const barePeer = "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'\nexport const handler = () => new DynamoDBClient()"

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Milliseconds to load a bundle in a fresh process, without Node's own start. */
const importMs = (file: string): number => {
  const script = `const from = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - from)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: everyVariable,
    encoding: 'utf8',
  })
  const ms = Number.parseFloat(stdout)
  if (Number.isNaN(ms)) throw new Error(`${file} does not load: ${stderr}`)
  return ms
}

const folder = mkdtempSync(join(tmpdir(), 'heliograph-bench-'))
const peer = join(folder, 'peer.mjs')
buildSync({ ...bundling, stdin: { contents: barePeer, resolveDir: import.meta.dirname }, outfile: peer })
const bundles = bundleFunctions()
const files = new Map([
  ['(one SDK client)', peer],
  ...functionFolders.map((name): [string, string] => [name, join(bundles, name, 'index.mjs')]),
])

// In turns, so that a change of the machine's speed meets all alike.
const times = new Map([...files.keys()].map((name): [string, number[]] => [name, []]))
for (let run = 0; run < runs; run++) for (const [name, file] of files) times.get(name)?.push(importMs(file))

const peerMs = median(times.get('(one SDK client)') ?? [])
console.table(
  [...files].map(([name, file]) => {
    const code = readFileSync(file)
    const ms = median(times.get(name) ?? [])
    return {
      function: name,
      KB: Math.round(code.length / 1024),
      'KB gzip': Math.round(gzipSync(code).length / 1024),
      'import ms': Math.round(ms),
      ratio: (ms / peerMs).toFixed(2),
    }
  }),
)
console.log(
  `Medians of ${runs} loads, each in a fresh process; ratio: to a bundle that only makes one DynamoDB client, in the same run.`,
)
rmSync(folder, { recursive: true })
