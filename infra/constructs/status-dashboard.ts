import { Stack } from 'aws-cdk-lib'
import { Dashboard } from 'aws-cdk-lib/aws-cloudwatch'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct, type IConstruct } from 'constructs'
import type { Config } from '../config.ts'
import { carrierRows } from './dashboard/carriers.ts'
import { exceptionRow } from './dashboard/exceptions.ts'
import { kindRow } from './dashboard/kinds.ts'
import { links } from './dashboard/links.ts'
import { type Machine, machineRow } from './dashboard/machine.ts'
import { questions } from './dashboard/questions.ts'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep } from './lambda-step.ts'

interface Props {
  readonly config: Config
  readonly stateMachine: StateMachine
}

/** All functions and queues of the stack, so that none is forgotten. */
const machineOf = (stack: Stack, stateMachine: StateMachine): Machine => {
  const all: readonly IConstruct[] = stack.node.findAll()
  const ends = all.filter((one) => one instanceof FailureQueue)
  const waiting = all.filter((one) => one instanceof Queue).filter((queue) => !(queue.node.scope instanceof FailureQueue))
  return {
    stateMachine,
    functions: Object.fromEntries(all.filter((one) => one instanceof LambdaStep).map((step) => [step.folder, step.function])),
    queues: Object.fromEntries(waiting.map((queue) => [queue.node.scope?.node.id ?? queue.node.id, queue])),
    deadLetters: Object.fromEntries(ends.map(({ node, queue }) => [node.id, queue])),
  }
}

/** The log of each function, by its folder. */
const logsOf = (stack: Stack) =>
  Object.fromEntries(
    stack.node
      .findAll()
      .filter((one) => one instanceof LambdaStep)
      .map((step) => [step.folder, step.function.logGroup.logGroupName]),
  )

/** Three questions, the carriers side by side, the kinds, and the machine. It comes last: it shows what is there. */
export class StatusDashboard extends Construct {
  constructor(scope: Construct, id: string, { config, stateMachine }: Props) {
    super(scope, id)
    const stack = Stack.of(this)
    const to = links({ region: stack.region, stateMachineArn: stateMachine.stateMachineArn, logs: logsOf(stack) })
    new Dashboard(this, 'Dashboard', {
      dashboardName: config.stackName,
      widgets: [
        questions(config),
        [to.carriers],
        ...carrierRows(config),
        [to.kinds],
        kindRow(config),
        exceptionRow(config),
        [to.machine],
        machineRow(machineOf(stack, stateMachine)),
        [to.logs],
      ],
    })
  }
}
