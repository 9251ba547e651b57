import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { account, everyDeployment, functionsOf, resourcesOf, synthesise } from './synthesise.ts'

const friends = ['444455556666', '777788889999']
const open = synthesise({
  'heliograph.requesters.accounts': JSON.stringify(friends),
  'heliograph.requesters.sources': '["shop.orders","heliograph.command"]',
})

interface BusPolicy {
  readonly EventBusName: Value
  readonly StatementId: string
  readonly Statement: {
    readonly Effect: string
    readonly Action: string
    readonly Resource: Value
    readonly Principal: { readonly AWS: Value }
    readonly Condition: unknown
  }
}

describe('a bus that lets other accounts in', () => {
  it('lets exactly those put requests of the named sources, and nothing else', () => {
    const policies = Object.values(resourcesOf<BusPolicy>(open, 'AWS::Events::EventBusPolicy'))
    const letIn = policies.map(({ Properties: { EventBusName, Statement } }) => ({
      ...Statement,
      Principal: said(Statement.Principal.AWS),
      Resource: said(Statement.Resource),
      bus: said(EventBusName),
    }))
    expect(letIn).toEqual(
      friends.map((friend) => ({
        Sid: `cdk-Requests${friend}`,
        Effect: 'Allow',
        Action: 'events:PutEvents',
        Resource: 'EventsBus',
        bus: 'EventsBus',
        Principal: `arn:aws:iam::${friend}:root`,
        Condition: {
          StringEquals: {
            'events:source': ['shop.orders', 'heliograph.command'],
            'events:detail-type': ['Notification Requested', 'Cancel Notification', 'Notification Confirmed'],
          },
        },
      })),
    )
  })
})

it.each(Object.entries(everyDeployment))('the bus of %s has no policy: this account alone, by IAM', (_name, overrides) => {
  synthesise(overrides).resourceCountIs('AWS::Events::EventBusPolicy', 0)
})

it.each([
  ['nobody else', synthesise({}), { accounts: [account] }, { accounts: [account] }],
  [
    'two accounts, which may ask and have no say in whom to text',
    open,
    { accounts: [account, ...friends], sources: ['shop.orders', 'heliograph.command'] },
    { accounts: [account], sources: ['shop.orders', 'heliograph.command'] },
  ],
])('request, intervene and permit judge again, by themselves, where there is let in: %s', (_who, template, request, permit) => {
  const knowing = functionsOf(template).filter(({ Environment }) => Environment.Variables.REQUESTERS !== undefined)
  expect(knowing.map(({ folder, Environment }) => [folder, JSON.parse(said(Environment.Variables.REQUESTERS ?? ''))])).toEqual([
    ['request', request],
    ['intervene', request],
    ['permit', permit],
  ])
})
