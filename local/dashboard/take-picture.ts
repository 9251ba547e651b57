import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CloudWatchClient, GetDashboardCommand } from '@aws-sdk/client-cloudwatch'
import { deployments } from '../../infra/deployments.ts'
import { startWorld } from '../world.ts'
import { DashboardBody, type Widget } from './body.ts'
import { figuresOf, type Range } from './figures.ts'
import { runLoad } from './load.ts'
import { picture } from './picture.ts'
import { seriesOf } from './series.ts'

const usage = `Draws the dashboard of the local world, as it was deployed, with the figures of a load of four minutes.

  node local/set-up.mjs --emulator node local/dashboard/take-picture.ts

Writes docs/dashboard.svg.`

const step = 10_000
const { stackName } = deployments.local

/** Texts that wait for a receipt are told of when their wait is over. */
const secondsUntilAllEnded = 30

/** Numbers and tables show the whole time at once. */
const rangeOf = ({ properties: { view } }: Widget, all: Range): Range =>
  view === 'timeSeries' ? all : { ...all, step: all.to - all.from }

const take = async () => {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stopping.abort())
  const world = await startWorld({ emulator: 0, network: 0 }, (_what, work) => work, stopping.signal, {
    log: 'emulator-of-picture',
  })
  try {
    const from = Math.floor(Date.now() / step) * step
    console.error('deployed; the load takes four minutes')
    await runLoad(world)
    await sleep(secondsUntilAllEnded * 1000)
    const all = { from, to: Math.ceil(Date.now() / step) * step, step }
    const { client } = world.target
    const asked = new GetDashboardCommand({ DashboardName: stackName })
    const { DashboardBody: body = '{}' } = await new CloudWatchClient(client).send(asked)
    const read = await figuresOf(client, all)
    const { widgets } = DashboardBody.parse(JSON.parse(body))
    const shown = await Promise.all(
      widgets.map(async (widget) => ({ widget, series: await seriesOf(widget, rangeOf(widget, all), read) })),
    )
    const note = 'A load of the local world, a point each ten seconds. Of AWS’s own figures the emulator has next to none.'
    writeFileSync(join(import.meta.dirname, '../../docs/dashboard.svg'), picture(stackName, note, shown))
    console.log('docs/dashboard.svg')
  } finally {
    await world.stop()
  }
}

if (process.argv.includes('--help')) console.log(usage)
else await take()
