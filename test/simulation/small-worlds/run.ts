#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { industryKinds } from '../../../functions/notification/kinds.ts'
import { deployedDefinition } from '../workflow/deployed-definition.ts'
import { reported } from './reported.ts'
import { exploreAll, nameOf } from './small-world.ts'

const usage = `Explores every world that one notification can come to, and stops at the first that breaks an invariant.

  node test/simulation/small-worlds/run.ts [options]

  --kind <kind>           ${industryKinds.join(', ')}; all of verification, order and payment if left out
  --receipts <n>          receipts that carriers send, of any content (default 2)
  --crashes <n>           processes that die, anywhere (default 1)
  --lost-replies <n>      writes and settlements whose reply is lost (default 1)
  --outlived <n>          tasks that time out while their function lives on (default 0)
  --started-twice <n>     tasks whose function is started twice (default 0)
  --help
`
const count = (fallback: string) => ({ type: 'string', default: fallback }) as const
const { values } = parseArgs({
  options: {
    kind: { type: 'string' },
    receipts: count('2'),
    crashes: count('1'),
    'lost-replies': count('1'),
    outlived: count('0'),
    'started-twice': count('0'),
    help: { type: 'boolean' },
  },
})
if (values.help) {
  process.stdout.write(usage)
  process.exit()
}
const kinds = industryKinds.filter((kind) =>
  values.kind ? kind === values.kind : ['verification', 'order', 'payment'].includes(kind),
)
if (kinds.length === 0) {
  process.stderr.write(`There is no kind ${values.kind}.\n`)
  process.exit(1)
}
const budget = {
  receipts: Number(values.receipts),
  crashes: Number(values.crashes),
  lostReplies: Number(values['lost-replies']),
  outlived: Number(values.outlived),
  startedTwice: Number(values['started-twice']),
}
const definition = deployedDefinition()
for (const kind of kinds) {
  const world = { kind, ...budget }
  const started = performance.now()
  const explored = await exploreAll(definition, world)
  process.stdout.write(`${nameOf(world)}: ${reported(explored)} in ${Math.round((performance.now() - started) / 1000)} s\n`)
  if (explored.violation) process.exitCode = 1
}
