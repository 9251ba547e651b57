import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { CloudWatchLogsClient, paginateDescribeLogGroups, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs'
import * as z from 'zod'
import type { ClientSettings } from '../../commands/target.ts'
import type { Row } from './body.ts'
import { statistic } from './statistic.ts'

/** What time is shown, in milliseconds, and how much of it is one point. */
export interface Range {
  readonly from: number
  readonly to: number
  readonly step: number
}

/** What a function logged of one figure, in CloudWatch's embedded metric format. */
const Line = z.looseObject({
  _aws: z.object({
    Timestamp: z.number(),
    CloudWatchMetrics: z.tuple([
      z.object({
        Namespace: z.string(),
        Dimensions: z.tuple([z.array(z.string())]),
        Metrics: z.tuple([z.object({ Name: z.string() })]),
      }),
    ]),
  }),
})
const Values = z.union([z.number(), z.array(z.number())]).transform((value) => [value].flat())

interface Recorded {
  readonly series: string
  readonly at: number
  readonly values: readonly number[]
}

const seriesOf = (name: string, dimensions: Readonly<Record<string, unknown>>) =>
  JSON.stringify([name, Object.entries(dimensions).toSorted(([a], [b]) => (a < b ? -1 : 1))])

const readLine = (message: string): Recorded => {
  const line = Line.parse(JSON.parse(message))
  const [{ Dimensions, Metrics }] = line._aws.CloudWatchMetrics
  const dimensions = Object.fromEntries(Dimensions[0].map((name) => [name, line[name]]))
  const { Name } = Metrics[0]
  return { series: seriesOf(Name, dimensions), at: line._aws.Timestamp, values: Values.parse(line[Name]) }
}

/** Everything that the functions have logged of our own figures. */
const readLogged = async (client: CloudWatchLogsClient, { from }: Range): Promise<Recorded[]> => {
  const recorded: Recorded[] = []
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, {}))
    for (const { logGroupName } of logGroups) {
      const wanted = { logGroupName, startTime: from, filterPattern: 'CloudWatchMetrics' }
      for await (const { events = [] } of paginateFilterLogEvents({ client }, wanted))
        recorded.push(...events.flatMap(({ message = '' }) => (message.startsWith('{') ? [readLine(message)] : [])))
    }
  return recorded
}

/** Answers for a metric with its points in the range; what it has no data for is undefined. */
export type ReadPoints = (row: Row, range: Range) => Promise<(number | undefined)[]>

const startsOf = ({ from, to, step }: Range) =>
  Array.from({ length: Math.round((to - from) / step) }, (_, at) => from + at * step)

/**
 * Figures of a deployment on this machine: our own from the very lines that the functions logged, with every value, so that any statistic
 * can be had; AWS's from the emulator, which has those of functions and of nothing else.
 */
export const figuresOf = async (client: ClientSettings, all: Range): Promise<ReadPoints> => {
  const logged = Map.groupBy(await readLogged(new CloudWatchLogsClient(client), all), ({ series }) => series)
  const cloudWatch = new CloudWatchClient(client)

  const ourPoints = ({ name, dimensions, stat }: Row, range: Range) => {
    const lines = logged.get(seriesOf(name, dimensions)) ?? []
    const within = (start: number) => lines.filter(({ at }) => at >= start && at < start + range.step)
    return startsOf(range).map((start) =>
      statistic(
        stat,
        within(start).flatMap(({ values }) => values),
      ),
    )
  }

  const theirPoints = async ({ namespace, name, dimensions, stat }: Row, { from, to, step }: Range) => {
    const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }))
    const MetricStat = { Metric: { Namespace: namespace, MetricName: name, Dimensions }, Period: step / 1000, Stat: stat }
    const query = { StartTime: new Date(from), EndTime: new Date(to), MetricDataQueries: [{ Id: 'it', MetricStat }] }
    const { MetricDataResults: [result] = [] } = await cloudWatch.send(new GetMetricDataCommand(query))
    const points = new Map(result?.Timestamps?.map((at, index) => [at.getTime(), result.Values?.[index]]))
    return startsOf({ from, to, step }).map((start) => points.get(start))
  }

  return async (row, range) => (row.namespace === 'Heliograph' ? ourPoints(row, range) : theirPoints(row, range))
}
