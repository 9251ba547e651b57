#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { kinds } from '../../../functions/notification/kinds.ts'
import { deployedDefinition } from '../workflow/deployed-definition.ts'
import { reported } from './reported.ts'
import { exploreAll, nameOf } from './small-world.ts'

const usage = `Explores every world that one notification can come to, and stops at the first that breaks an invariant.

  node test/simulation/small-worlds/run.ts [options]

  --kind <kind>           ${kinds.join(', ')}; all of verification, order, payment and marketing if left out
  --receipts <n>          receipts that carriers send, of any content (default 2)
  --crashes <n>           processes that die, anywhere (default 1)
  --lost-replies <n>      writes and settlements whose reply is lost (default 1)
  --outlived <n>          tasks that time out while their function lives on (default 0)
  --opt-outs <n>          words of the recipient that they want no more (default 0)
  --cancellations <n>     of the notification (default 0)
  --confirmations <n>     that the recipient acted (default 0)
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
    'opt-outs': count('0'),
    cancellations: count('0'),
    confirmations: count('0'),
    help: { type: 'boolean' },
  },
})
if (values.help) {
  process.stdout.write(usage)
  process.exit()
}
const refuse = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
const numberOf = (text: string): number => (/^\d$/.test(text) ? Number(text) : refuse(`${text} is no number from 0 to 9.`))

const usual: readonly string[] = ['verification', 'order', 'payment', 'marketing']
const chosen = kinds.filter((kind) => (values.kind === undefined ? usual.includes(kind) : kind === values.kind))
if (chosen.length === 0) refuse(`There is no kind ${values.kind}.`)
const budget = {
  receipts: numberOf(values.receipts),
  crashes: numberOf(values.crashes),
  lostReplies: numberOf(values['lost-replies']),
  outlived: numberOf(values.outlived),
  startedTwice: numberOf(values['started-twice']),
  optOuts: numberOf(values['opt-outs']),
  cancellations: numberOf(values.cancellations),
  confirmations: numberOf(values.confirmations),
}
const every = 10_000
const onVisit = (states: number) => {
  if (process.stderr.isTTY && states % every === 0) process.stderr.write(`\r${states.toLocaleString('en')} states …`)
}

const definition = deployedDefinition()
for (const kind of chosen) {
  const world = { kind, ...budget }
  const started = performance.now()
  const explored = await exploreAll(definition, world, { onVisit })
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  process.stdout.write(`${nameOf(world)}: ${reported(explored)}, in ${Math.round((performance.now() - started) / 1000)} s\n`)
  if (explored.violation) process.exitCode = 1
}
