import { renderCases } from './render-cases.ts'
import { type Counted, ours, peers } from './render-pipelines.ts'

const [rounds, slice] = [9, 12]
const [leastPerSecond, leastRatio] = [300_000, 10]

/** How often a second, measured for a few milliseconds. */
const rate = (work: () => Counted): number => {
  const from = performance.now()
  let times = 0
  for (; performance.now() - from < slice; times += 50) for (let one = 0; one < 50; one++) work()
  return (times / (performance.now() - from)) * 1_000
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const rows = renderCases.map((given) => {
  const works = new Map([['ours', ours(given)], ...Object.entries(peers).map(([name, make]) => [name, make(given)] as const)])
  const { text, parts } = ours(given)()
  for (const [name, work] of works) {
    const answer = work()
    if (answer.text !== text || answer.parts !== parts)
      throw new Error(`${name} answers otherwise for ${given.name}, ${given.alphabet}, ${given.parts} parts`)
  }
  // In turns, so that a change of the machine's speed meets all alike.
  const rates = new Map([...works.keys()].map((name): [string, number[]] => [name, []]))
  for (let round = 0; round < rounds; round++) for (const [name, work] of works) rates.get(name)?.push(rate(work))
  return { given, perSecond: new Map([...rates].map(([name, found]) => [name, Math.max(...found)] as const)) }
})

const table = rows.map(({ given, perSecond }) => {
  const own = perSecond.get('ours') ?? 0
  const best = Math.max(...Object.keys(peers).map((name) => perSecond.get(name) ?? 0))
  const inThousands = Object.fromEntries(
    [...perSecond].map(([name, found]) => [`${name} k/s`, Number((found / 1_000).toPrecision(3))]),
  )
  return { template: given.name, alphabet: given.alphabet, parts: given.parts, ...inThousands, own, ratio: own / best }
})
console.table(table.map(({ own: _, ratio, ...row }) => ({ ...row, ratio: ratio.toFixed(1) })))

const reaches = (goal: (row: { own: number; ratio: number }) => boolean) => `${table.filter(goal).length} of ${table.length}`
console.log(
  `Thousands per second on one core, the best of ${rounds} turns each, which other work disturbed least; every text and count was first found to be the same. Ours judges the parameters and formats amounts, days and numbers; the peers are handed words.\n` +
    `Ours over the best peer: median ${median(table.map(({ ratio }) => ratio)).toFixed(1)}, least ${Math.min(...table.map(({ ratio }) => ratio)).toFixed(1)}; at least ${leastRatio} times in ${reaches(({ ratio }) => ratio >= leastRatio)}.\n` +
    `Ours: median ${Math.round(median(table.map(({ own }) => own))).toLocaleString('en')} per second; at least ${leastPerSecond.toLocaleString('en')} in ${reaches(({ own }) => own >= leastPerSecond)}.`,
)
