import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { resourcesOf, synthesise } from './synthesise.ts'

interface Rule {
  readonly EventPattern?: unknown
  readonly ScheduleExpression?: string
  readonly EventBusName?: Value
  readonly Targets: readonly {
    readonly Arn: Value
    readonly DeadLetterConfig?: { readonly Arn: Value }
    readonly InputTransformer?: object
  }[]
}

describe.each(['production', 'local'])('the rules of %s', (deployment) => {
  const template = synthesise({ deployment })
  const rules = Object.entries(resourcesOf<Rule>(template, 'AWS::Events::Rule'))

  /** What goes where by which rule, and where it ends that could not be handed over. */
  const ofEvents = rules.filter(([, { Properties }]) => Properties.EventPattern !== undefined)
  const targets = ofEvents.flatMap(([logicalId, { Properties }]) =>
    Properties.Targets.map(({ Arn, DeadLetterConfig, InputTransformer }) => ({
      rule: said({ Ref: logicalId }),
      bus: Properties.EventBusName && said(Properties.EventBusName),
      pattern: Properties.EventPattern,
      to: said(Arn),
      elseTo: DeadLetterConfig && said(DeadLetterConfig.Arn),
      as: InputTransformer,
    })),
  )
  const by = (name: string) => targets.filter(({ rule }) => rule === name)

  it('are five for events, and keep what they could not hand over', () => {
    expect(targets.map(({ rule, to, elseTo }) => ({ rule, to, elseTo }))).toEqual([
      { rule: 'Requests', to: 'RequestsQueue', elseTo: 'RequestsDeadLettersQueue' },
      { rule: 'Interventions', to: 'InterventionsQueue', elseTo: 'InterventionsNotHeededQueue' },
      { rule: 'Permissions', to: 'PermissionsQueue', elseTo: 'PermissionsUnreadQueue' },
      { rule: 'ExecutionsEnded', to: 'DeliveryStepsCloseFunction', elseTo: 'ExecutionsNotToldQueue' },
      { rule: 'TemplatesEnded', to: 'TemplatesStepsCloseReviewFunction', elseTo: 'TemplatesEndsNotToldQueue' },
    ])
  })

  it('are two for what is done again and again, which the next run makes good where one is lost', () => {
    const scheduled = rules.filter(([, { Properties }]) => Properties.ScheduleExpression !== undefined)
    expect(
      scheduled.map(([logicalId, { Properties }]) => [
        said({ Ref: logicalId }),
        Properties.ScheduleExpression,
        ...Properties.Targets.map(({ Arn }) => said(Arn)),
      ]),
    ).toEqual([
      ['SweepDaily', 'rate(1 day)', 'SweepFunction'],
      ['StatusAgainHourly', 'rate(1 hour)', 'StatusAgainRepublishFunction'],
    ])
  })

  it('take from our bus what is asked of Heliograph, whoever asks, and nothing else', () => {
    const pattern = { 'detail-type': ['Notification Requested'] }
    expect(by('Requests')).toEqual([expect.objectContaining({ bus: 'EventsBus', pattern, as: undefined })])
  })

  it('take from our bus what is said of a notification after its request, or before it, and nothing else', () => {
    const pattern = { 'detail-type': ['Cancel Notification', 'Notification Confirmed'] }
    expect(by('Interventions')).toEqual([expect.objectContaining({ bus: 'EventsBus', pattern, as: undefined })])
  })

  it('take from our bus what is said on whom to text, and nothing else', () => {
    const pattern = { 'detail-type': ['Suppress Recipient', 'Restore Recipient', 'Consent Recorded'] }
    expect(by('Permissions')).toEqual([expect.objectContaining({ bus: 'EventsBus', pattern, as: undefined })])
  })

  it.each([
    ['close', 'deliver-notification', 'ExecutionsEnded', 'notificationId'],
    ['close-review', 'review-template', 'TemplatesEnded', 'execution'],
  ])('tell %s of every execution of %s that did not succeed, by its name alone', (_, workflow, rule, field) => {
    const machines = resourcesOf<{ readonly StateMachineName: string }>(template, 'AWS::StepFunctions::StateMachine')
    const names = Object.values(machines)
      .map(({ Properties }) => Properties.StateMachineName)
      .filter((name) => name.endsWith(workflow))
    const pattern = {
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: {
        stateMachineArn: names.map((name) => `arn:aws:states:us-east-1:111122223333:stateMachine:${name}`),
        status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
      },
    }
    const as = { InputPathsMap: { 'detail-name': '$.detail.name' }, InputTemplate: `{"${field}":<detail-name>}` }
    expect(by(rule)).toEqual([expect.objectContaining({ bus: undefined, pattern, as })])
  })
})
