import { parseArgs } from 'node:util'
import { statusLine } from '../commands/status-line.ts'
import { type StatusEvent, tellsOutcome } from '../functions/publish/status-event.ts'
import { isAsExpected, runBrownOut, runDemonstration } from './run-demonstration.ts'
import { watchStatusEvents } from './status-feed.ts'
import { summary, summaryByCarrier } from './summary.ts'
import { startWorld, type Tell } from './world.ts'

const ports = { emulator: 4566, network: 4570 }

/** --demo: stop after the summary, and fail unless every outcome is the expected one. */
const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })

const stopping = new AbortController()
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stopping.abort())

const tell: Tell = async (what, work) => {
  const from = performance.now()
  process.stdout.write(`${what} … `)
  const result = await work
  console.log(`${((performance.now() - from) / 1000).toFixed(1)} s`)
  return result
}

/** Shows the demonstration, then whatever else happens until somebody stops it. @returns whether all was as expected */
const run = async (): Promise<boolean> => {
  const world = await startWorld(ports, tell, stopping.signal)
  const outcomes = new Map<string, StatusEvent>()
  const show = (event: StatusEvent) => {
    console.log(statusLine(event))
    if (tellsOutcome(event.detailType)) outcomes.set(event.detail.notificationId ?? event.detail.eventId, event)
  }
  try {
    console.log(
      `deployed and listening after ${process.uptime().toFixed(1)} s: AWS at ${world.emulator.url}, carriers at ${world.network.url}\n`,
    )
    const { ended } = await watchStatusEvents(world.target, 'npm-start', stopping.signal, show)
    const watched = { outcomes, signal: stopping.signal }
    const seen = await runDemonstration(world, watched)
    console.log(`\n${summary(seen)}\n\nNow 30 orders, while sns begins to lose texts and recovers:\n`)
    const burst = await runBrownOut(world, watched)
    console.log(`\n${summaryByCarrier(burst)}\n`)
    if (values.demo) stopping.abort()
    else
      console.log(
        'It stays up and shows what happens. Try: npm run heliograph -- send sign-in-code --to +14155550123 --param code=123456',
      )
    await ended
    return [...seen, ...burst].every(isAsExpected)
  } finally {
    await world.stop()
  }
}

try {
  if (!(await run()) && values.demo) process.exitCode = 1
} catch (error) {
  if (!stopping.signal.aborted) console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
