import type { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { acknowledgedReasons } from './acknowledged-reasons.ts'
import { markdownTable } from './markdown-table.ts'
import { type Document, listed, type Statement, whoIs } from './policy-statements.ts'
import { said, type Value } from './template-words.ts'

interface Resource {
  readonly Type: string
  readonly Properties?: {
    readonly Roles?: readonly Value[]
    readonly PolicyDocument?: Document
    readonly Policies?: readonly { readonly PolicyDocument: Document }[]
    readonly ManagedPolicyArns?: readonly Value[]
    readonly KeyPolicy?: Document
    readonly Queues?: readonly Value[]
    readonly Topics?: readonly Value[]
    readonly FunctionName?: Value
    readonly Principal?: string
    readonly Action?: string
    readonly SourceArn?: Value
  }
}
type Resources = Readonly<Record<string, Resource>>
type ReasonFor = ReturnType<typeof acknowledgedReasons>

const code = (words: readonly string[]) =>
  [...words]
    .sort()
    .map((word) => `\`${word}\``)
    .join('<br>')
const ofType = (resources: Resources, type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type)
const never = ({ Effect }: Statement) => (Effect === 'Deny' ? 'never ' : '')

const conditionOf = ({ Condition = {} }: Statement) =>
  Object.entries(Condition)
    .flatMap(([operator, tests]) =>
      Object.entries(tests).map(([key, value]) => `${operator} \`${key}\` ${listed(value).map(said).join(', ')}`),
    )
    .join('<br>')

const rightRow = (id: string, statement: Statement, reasonFor: ReasonFor) => {
  const on = listed(statement.Resource).map(said)
  const why = statement.Effect === 'Allow' && on.includes('*') ? reasonFor(id, 'IAM5[Resource::*]') : ''
  return [`${never(statement)}${code(listed(statement.Action))}`, code(on), conditionOf(statement), why]
}

const roleSection = (resources: Resources, roleId: string, { Properties = {} }: Resource, reasonFor: ReasonFor) => {
  const name = said({ Ref: roleId })
  const managed = (Properties.ManagedPolicyArns ?? []).map((arn) => [
    `what AWS’s policy \`${said(arn).split('/').at(-1)}\` says`,
    '`*`',
    '',
    reasonFor(roleId, 'IAM4'),
  ])
  const inline = (Properties.Policies ?? []).flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.map((one) => [roleId, one] as const),
  )
  const attached = ofType(resources, 'AWS::IAM::Policy').flatMap(([id, { Properties: policy = {} }]) =>
    policy.Roles?.map(said).includes(name) ? (policy.PolicyDocument?.Statement ?? []).map((one) => [id, one] as const) : [],
  )
  const rights = [...inline, ...attached].map(([id, statement]) => rightRow(id, statement, reasonFor))
  return `### ${name}\n\n${markdownTable(['may', 'on', 'on condition', 'why on everything'], [...managed, ...rights])}`
}

/** Whom a resource's own policy lets in. */
const letInRows = (resources: Resources) =>
  Object.entries(resources).flatMap(([id, { Properties = {} }]) => {
    const { KeyPolicy, PolicyDocument, Queues = [], Topics = [] } = Properties
    const of = KeyPolicy ? said({ Ref: id }) : [...Queues, ...Topics].map(said).join().replace(/^.*\//, '')
    const statements = of === '' ? [] : ((KeyPolicy ?? PolicyDocument)?.Statement ?? [])
    return statements.map((statement) => [
      of,
      `${never(statement)}${whoIs(statement.Principal)}`,
      code(listed(statement.Action)),
      conditionOf(statement),
    ])
  })

const callerRows = (resources: Resources) =>
  ofType(resources, 'AWS::Lambda::Permission').map(([, { Properties = {} }]) => {
    const { FunctionName = '', Principal = '', Action = '', SourceArn } = Properties
    return [said(FunctionName), Principal, code([Action]), SourceArn ? said(SourceArn) : 'its URL']
  })

/** All rights that a stack gives, from its template: what each role may, and whom the key, the queues, the topic and the functions let in. */
export const rightsTable = (stack: Stack): string => {
  const resources: Resources = Template.fromStack(stack).toJSON().Resources
  const reasonFor = acknowledgedReasons(stack)
  return [
    '## What each role may',
    ...ofType(resources, 'AWS::IAM::Role').map(([id, role]) => roleSection(resources, id, role, reasonFor)),
    '## Whom the key, the queues and the topic let in',
    markdownTable(['of', 'who', 'may', 'on condition'], letInRows(resources)),
    '## Who may call a function from outside the workflow',
    markdownTable(['function', 'who', 'may', 'for'], callerRows(resources)),
  ].join('\n\n')
}
