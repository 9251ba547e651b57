import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { mostDaysAhead } from '../../functions/notification/due-at.ts'
import { definitionOf } from '../workflows/definition-of.ts'
import { resourcesOf, synthesise } from './synthesise.ts'

interface Machine {
  readonly StateMachineName: string
  readonly StateMachineType?: string
  readonly RoleArn: Value
  readonly LoggingConfiguration: {
    readonly Level: string
    readonly IncludeExecutionData: boolean
    readonly Destinations: readonly { readonly CloudWatchLogsLogGroup: { readonly LogGroupArn: Value } }[]
  }
}

describe.each([
  ['production', 'Heliograph', 30],
  ['local', 'HeliographLocal', 1],
])('the workflow of %s', (deployment, stackName, days) => {
  const template = synthesise({ deployment })
  const machines = Object.values(resourcesOf<Machine>(template, 'AWS::StepFunctions::StateMachine')).filter(({ Properties }) =>
    Properties.StateMachineName.endsWith('-deliver-notification'),
  )
  const { States, TimeoutSeconds } = definitionOf(template)

  it('is a standard one, since an express one knows neither names nor tokens, and called as its functions call it', () => {
    expect(machines.map(({ Properties }) => Properties.StateMachineType ?? 'STANDARD')).toEqual(['STANDARD'])
    expect(machines.map(({ Properties }) => Properties.StateMachineName)).toEqual([`${stackName}-deliver-notification`])
  })

  it('logs every step and no data, encrypted, for a stated time', () => {
    const [logging] = machines.map(({ Properties }) => Properties.LoggingConfiguration)
    expect(logging).toMatchObject({ Level: 'ALL', IncludeExecutionData: false })
    expect(logging?.Destinations.map(({ CloudWatchLogsLogGroup }) => said(CloudWatchLogsLogGroup.LogGroupArn))).toEqual([
      'DeliveryLog',
    ])
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: `/aws/vendedlogs/states/${stackName}-deliver-notification`,
      KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^CustomerKey'), 'Arn'] },
      RetentionInDays: days,
    })
  })

  it('ends what is stuck three days after the latest time that a text can be put off to', () => {
    expect(TimeoutSeconds).toBe((mostDaysAhead + 3) * 86_400)
  })

  const retriesOf = (state: string) => {
    const { Retry = [], Catch = [] } = States[state] as {
      Retry?: { ErrorEquals: string[] }[]
      Catch?: { ErrorEquals: string[] }[]
    }
    return { retried: Retry.map(({ ErrorEquals }) => ErrorEquals), caught: Catch.map(({ ErrorEquals }) => ErrorEquals) }
  }
  const everything = ['States.ALL']

  const sends = ['Send and await receipt', 'Send']

  it('calls send in two states, each with the time that was decided', () => {
    const waiting = Object.entries(States).filter(([, state]) => 'TimeoutSecondsPath' in state)
    expect(waiting.map(([name]) => name).sort()).toEqual(sends.toSorted())
    for (const [, state] of waiting)
      expect(state).toMatchObject({
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        TimeoutSecondsPath: '$.next.waitSeconds',
      })
  })

  it.each(sends)(
    'repeats %s for one error only, which says that it was never started: a blind retry texts people twice',
    (state) => {
      expect(retriesOf(state)).toEqual({ retried: [['Lambda.TooManyRequestsException']], caught: [everything] })
    },
  )

  it.each(sends)('leaves what goes wrong with %s to Fall back', (state) => {
    expect(States[state]).toMatchObject({ Catch: [{ ErrorEquals: everything, Next: 'Fall back' }] })
  })

  it.each(['Validate', 'Fall back', 'Close'])('repeats %s whatever its error is, by one rule', (state) => {
    expect(retriesOf(state)).toEqual({ retried: [everything], caught: [everything] })
  })

  it('spreads all its retries over time', () => {
    const retries = Object.values(States).flatMap((state) => ('Retry' in state ? (state.Retry ?? []) : []))
    expect(retries).toHaveLength(5)
    for (const retry of retries)
      expect(retry).toMatchObject({ JitterStrategy: 'FULL', BackoffRate: 2, IntervalSeconds: 1, MaxDelaySeconds: 30 })
  })
})
