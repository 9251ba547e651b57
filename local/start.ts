import { parseArgs } from 'node:util'
import { statusLine } from '../commands/status-line.ts'
import { type StatusEvent, tellsOutcome } from '../functions/publish/status-event.ts'
import { type Board, startBoard } from './board/board.ts'
import { reachOf } from './board/reach.ts'
import { isAsExpected, runBrownOut, runDemonstration } from './run-demonstration.ts'
import { watchCarrierEvents, watchStatusEvents } from './status-feed.ts'
import { summary, summaryByCarrier } from './summary.ts'
import { startWorld, type Tell, type World } from './world.ts'

const ports = { emulator: 4566, network: 4570, board: 4580 }

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
const show = async (world: World, board: Board): Promise<boolean> => {
  const outcomes = new Map<string, StatusEvent>()
  const showEvent = (event: StatusEvent) => {
    console.log(statusLine(event))
    board.tell(event)
    if (tellsOutcome(event.detailType)) outcomes.set(event.detail.notificationId ?? event.detail.eventId, event)
  }
  console.log(
    `deployed and listening after ${process.uptime().toFixed(1)} s: AWS at ${world.emulator.url}, carriers at ${world.network.url}`,
  )
  console.log(`the board, to look at all of it in a browser: ${board.url}\n`)
  const { ended } = await watchStatusEvents(world.target, 'npm-start', stopping.signal, showEvent)
  const steering = await watchCarrierEvents(world.target, 'npm-start-carriers', stopping.signal, board.refresh)
  const watched = { outcomes, signal: stopping.signal }
  const seen = await runDemonstration(world, watched)
  console.log(`\n${summary(seen)}\n\nNow 30 orders, while sns begins to lose texts and recovers:\n`)
  const burst = await runBrownOut(world, watched)
  console.log(`\n${summaryByCarrier(burst)}\n`)
  if (values.demo) stopping.abort()
  else
    console.log(
      `It stays up and shows what happens, also on the board: ${board.url}\nTry: npm run heliograph -- send sign-in-code --to +14155550123 --param code=123456`,
    )
  await Promise.all([ended, steering.ended])
  return [...seen, ...burst].every(isAsExpected)
}

const run = async (): Promise<boolean> => {
  const world = await startWorld(ports, tell, stopping.signal)
  const started: { stop: () => Promise<void> }[] = [world]
  try {
    const board = await startBoard({ port: ports.board, reach: reachOf(world.target, world.network.url) })
    started.push(board)
    return await show(world, board)
  } finally {
    for (const one of started.reverse()) await one.stop()
  }
}

try {
  if (!(await run()) && values.demo) process.exitCode = 1
} catch (error) {
  if (!stopping.signal.aborted) console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
