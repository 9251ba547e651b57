import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { definitionOf } from '../workflows/definition-of.ts'
import { functionsOf, resourcesOf, synthesise } from './synthesise.ts'

interface Step {
  readonly TimeoutSeconds?: number
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts: number }[]
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[]
}

describe.each([
  ['production', 'Heliograph', 30],
  ['local', 'HeliographLocal', 1],
])('the review of %s', (deployment, stackName, days) => {
  const template = synthesise({ deployment })
  const { States, TimeoutSeconds } = definitionOf(template, 'review-template')
  const step = (name: string) => States[name] as Step
  const everything = ['States.ALL']

  it('waits fourteen days for a person, and is stuck only after that', () => {
    expect(step('Await decision').TimeoutSeconds).toBe(14 * 86_400)
    expect(TimeoutSeconds).toBe(15 * 86_400)
  })

  it('never asks again because nobody answered: the wait is over then', () => {
    const { Retry = [], Catch = [] } = step('Await decision')
    expect(Retry[0]).toEqual({ ErrorEquals: ['States.Timeout'], MaxAttempts: 0 })
    expect(Retry[1]?.ErrorEquals).toEqual(everything)
    expect(Catch.map(({ ErrorEquals, Next }) => [ErrorEquals, Next])).toEqual([
      [['States.Timeout'], 'Expire review'],
      [everything, 'Close review'],
    ])
  })

  it.each([
    ['Check', 'Close review'],
    ['Expire review', 'Close review'],
    ['Close review', 'Fault'],
  ])('repeats %s whatever its error is, and goes on to %s', (name, next) => {
    const { Retry = [], Catch = [] } = step(name)
    expect(Retry.map(({ ErrorEquals }) => ErrorEquals)).toEqual([everything])
    expect(Catch.map(({ Next }) => Next)).toEqual([next])
  })

  it('fails by a fault alone: a verdict and an expiry are what it is for', () => {
    const ends = Object.entries(States).filter(([, { Type }]) => Type === 'Fail' || Type === 'Succeed')
    expect(Object.fromEntries(ends.map(([name, { Type }]) => [name, Type]))).toEqual({
      Approved: 'Succeed',
      Rejected: 'Succeed',
      Expired: 'Succeed',
      Fault: 'Fail',
    })
  })

  it('logs every step and no data, encrypted, for a stated time', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: `${stackName}-review-template`,
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    })
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: `/aws/vendedlogs/states/${stackName}-review-template`,
      KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^CustomerKey'), 'Arn'] },
      RetentionInDays: days,
    })
  })

  it('is reached by one URL, signed, as those of steer and reveal are, and tells it', () => {
    const urls = Object.values(
      resourcesOf<{ readonly AuthType: string; readonly TargetFunctionArn: Value }>(template, 'AWS::Lambda::Url'),
    )
    const signed = urls.filter(({ Properties }) => Properties.AuthType === 'AWS_IAM')
    expect(signed.map(({ Properties }) => said(Properties.TargetFunctionArn))).toEqual([
      'TemplatesReviewFunction',
      'SteeringSteerFunction',
      'RevealsRevealFunction',
    ])
    template.hasOutput('ReviewUrl', {
      Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('^TemplatesReviewFunctionFunctionUrl'), 'FunctionUrl'] },
    })
  })
})

it.each([
  ['nobody in particular', undefined, {}],
  ['the named roles', '["TemplateReviewer"]', { 'heliograph.approvers.roles': '["TemplateReviewer"]' }],
])('tells review, and nobody else, who decides: %s', (_, roles, overrides) => {
  const functions = functionsOf(synthesise(overrides))
  for (const { folder, Environment } of functions)
    expect([folder, Environment.Variables.APPROVER_ROLES]).toEqual([folder, folder === 'review' ? roles : undefined])
})
