import { GraphWidget, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'

/** What a deployment runs on, each by the name that the runbook calls it. */
export interface Machine {
  readonly stateMachine: StateMachine
  readonly functions: Readonly<Record<string, IFunction>>
  /** Events wait in them for their function. */
  readonly queues: Readonly<Record<string, IQueue>>
  /** What nobody could handle. */
  readonly deadLetters: Readonly<Record<string, IQueue>>
}

const sum = { statistic: 'Sum' } as const
const maximum = { statistic: 'Maximum' } as const

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 8 })

const executions = (stateMachine: StateMachine): IMetric[] => [
  stateMachine.metricStarted(sum),
  stateMachine.metricSucceeded(sum),
  stateMachine.metricFailed(sum),
  stateMachine.metricTimedOut(sum),
  stateMachine.metricAborted(sum),
  stateMachine.metricThrottled(sum),
]

const errorsAndThrottles = (functions: Machine['functions']): IMetric[] =>
  Object.entries(functions).flatMap(([name, fn]) => [
    fn.metricErrors({ ...sum, label: `${name}: errors` }),
    fn.metricThrottles({ ...sum, label: `${name}: throttles` }),
  ])

/** Executions, errors, throttles, queues and ages. */
export const machineRow = ({ stateMachine, functions, queues, deadLetters }: Machine): IWidget[] => [
  graph('Executions', executions(stateMachine)),
  graph('Errors and throttles', errorsAndThrottles(functions)),
  graph(
    'Functions, p95 of their time',
    Object.entries(functions).map(([label, fn]) => fn.metricDuration({ statistic: 'p95', label })),
  ),
  graph(
    'How long events wait',
    Object.entries(queues).map(([label, queue]) => queue.metricApproximateAgeOfOldestMessage({ ...maximum, label })),
  ),
  graph(
    'Dead letters',
    Object.entries(deadLetters).map(([label, queue]) => queue.metricApproximateNumberOfMessagesVisible({ ...maximum, label })),
  ),
  graph(
    'How late changes are published',
    functions.publish ? [functions.publish.metric('IteratorAge', { ...maximum, label: 'milliseconds' })] : [],
  ),
]
