import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { type Chain, DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { inFinding } from '../in-finding.ts'
import type { Surroundings } from './lambda-step.ts'

interface Machine {
  readonly name: string
  readonly chain: Chain
  /** The functions of its steps. */
  readonly functions: readonly IFunction[]
  readonly longestRun: Duration
}

/** What cdk-nag finds in every state machine of ours, and why it is so. */
const acknowledge = (stateMachine: StateMachine, functions: readonly IFunction[]): void => {
  const findings = Validations.of(stateMachine)
  findings.acknowledge(
    {
      id: 'AwsSolutions-SF2',
      reason: 'Each execution has its history and its log; X-Ray would cost one more right on everything.',
    },
    { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'A log delivery is no resource of IAM.' },
  )
  for (const { functionArn } of functions) {
    const reason = 'The CDK lets a workflow invoke the versions of its functions as well; these have none.'
    findings.acknowledge({ id: `AwsSolutions-IAM5[Resource::${inFinding(stateMachine, functionArn)}:*]`, reason })
  }
}

/** A state machine whose every step is logged, and no data with it; the log is encrypted and ends. */
export const loggedStateMachine = (scope: Construct, { config, key }: Surroundings, machine: Machine): StateMachine => {
  const destination = new LogGroup(scope, 'Log', {
    logGroupName: `/aws/vendedlogs/states/${machine.name}`, // AWS keeps a resource policy short for this prefix
    encryptionKey: key,
    retention: config.retentionDays.logs,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const stateMachine = new StateMachine(scope, 'StateMachine', {
    stateMachineName: machine.name,
    definitionBody: DefinitionBody.fromChainable(machine.chain),
    timeout: machine.longestRun,
    logs: { destination, level: LogLevel.ALL, includeExecutionData: false },
  })
  acknowledge(stateMachine, machine.functions)
  return stateMachine
}
