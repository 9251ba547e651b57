import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const benches = ['functions', 'refusals', 'render']

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !benches.includes(name))
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(', ')}. Usage: npm run bench [-- ${benches.join(' ')}], all of them without a name.`,
  )
  process.exit(2)
}
// Each in a process of its own, so that none warms up another.
for (const name of asked.length > 0 ? asked : benches) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
