import { callbacks } from './refusals/callbacks.ts'
import { events } from './refusals/events.ts'
import { logDeliveries } from './refusals/log-deliveries.ts'
import { at, measured } from './refusals/measured.ts'

const rows = []
for (const { name, work, peer } of [...callbacks, ...events, ...logDeliveries]) {
  const [ours, theirs] = [await measured(work), await measured(peer)]
  rows.push({
    refusal: name,
    'median us': Math.round(at(ours, 0.5)),
    'p99 us': Math.round(at(ours, 0.99)),
    'peer us': Math.round(at(theirs, 0.5)),
    ratio: (at(ours, 0.5) / at(theirs, 0.5)).toFixed(1),
    'at most 1 ms': at(ours, 0.5) <= 1_000 ? 'yes' : 'NO',
  })
}
console.table(rows)
console.log(
  "Microseconds for one refusal, all of it work of one thread; p99 means little beside other work. Peers, in the same run: for callbacks the vendor's validateRequest of the same fields; for events JSON.parse of the same text; for logs JSON.parse of a small delivery.",
)
