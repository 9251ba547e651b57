import { Match, type Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { everyDeployment, functionsOf, resourcesOf, synthesise } from './synthesise.ts'

const off = synthesise({ deployment: 'production' })
const withTwilio = everyDeployment['production with Twilio']
const on = synthesise(withTwilio)

const variablesOf = (template: Template, folder: string) =>
  functionsOf(template).find((step) => step.folder === folder)?.Environment.Variables ?? {}

/** The folders of the functions that know a variable. */
const knowing = (template: Template, name: string) =>
  functionsOf(template)
    .filter(({ Environment }) => Environment.Variables[name] !== undefined)
    .map(({ folder }) => folder)
    .sort()

describe('a deployment without Twilio', () => {
  it('has nothing of it: no secret, no public URL, no variable, no output', () => {
    expect(Object.keys(resourcesOf(off, 'AWS::SecretsManager::Secret')).map((Ref) => said({ Ref }))).toEqual(['RecordsHashKey'])
    off.resourcePropertiesCountIs('AWS::Lambda::Url', { AuthType: 'NONE' }, 0)
    expect(JSON.stringify(off.toJSON()).replaceAll(/"RECEIPT_SECONDS":"[^}]*}"/g, '')).not.toMatch(/twilio/i)
  })

  it('lets nobody call a function from outside', () => {
    const permissions = resourcesOf<{ readonly Principal: string }>(off, 'AWS::Lambda::Permission')
    expect(Object.values(permissions).map(({ Properties }) => Properties.Principal)).not.toContain('*')
  })
})

describe('a deployment with Twilio', () => {
  it('keeps the account in a secret, encrypted with the customer key, that outlives the stack and begins with what Twilio refuses', () => {
    on.hasResource('AWS::SecretsManager::Secret', {
      Properties: {
        KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^CustomerKey'), 'Arn'] },
        GenerateSecretString: {
          SecretStringTemplate: JSON.stringify({ accountSid: `AC${'0'.repeat(32)}` }),
          GenerateStringKey: 'authToken',
        },
      },
      DeletionPolicy: 'Retain',
    })
  })

  it('lets send, receipt and reply read it, and nobody else', () => {
    interface Policy {
      readonly Roles: readonly Value[]
      readonly PolicyDocument: { readonly Statement: readonly { readonly Resource: Value | readonly Value[] }[] }
    }
    const reading = Object.values(resourcesOf<Policy>(on, 'AWS::IAM::Policy')).filter(({ Properties }) =>
      Properties.PolicyDocument.Statement.some(({ Resource }) => JSON.stringify(Resource).includes('TwilioSecret')),
    )
    expect(reading.flatMap(({ Properties }) => Properties.Roles.map(said)).sort()).toEqual([
      'DeliveryStepsSendRole',
      'ReceiptsReceiptRole',
      'RepliesReplyRole',
    ])
    expect(knowing(on, 'TWILIO_ACCOUNT_ARN')).toEqual(['receipt', 'reply', 'send'])
  })

  it('has two public URLs, without AWS’s own authentication, of receipt and of reply', () => {
    const urls = Object.values(
      resourcesOf<{ readonly AuthType: string; readonly TargetFunctionArn: Value }>(on, 'AWS::Lambda::Url'),
    )
    const open = urls.filter(({ Properties }) => Properties.AuthType === 'NONE')
    expect(open.map(({ Properties }) => said(Properties.TargetFunctionArn))).toEqual([
      'ReceiptsReceiptFunction',
      'RepliesReplyFunction',
    ])
  })

  it('tells an operator where texts to us come in, so that Twilio comes again when a call fails', () => {
    const [output] = Object.values(on.findOutputs('TwilioReplyUrl'))
    expect(said(output?.Value)).toBe('RepliesReplyFunctionFunctionUrl.FunctionUrltwilio#rc=3&rp=all')
  })

  it('gives reply up before Twilio does, which waits for 15 seconds', () => {
    expect(functionsOf(on).find(({ folder }) => folder === 'reply')?.Timeout).toBeLessThan(15)
  })

  it('tells send where Twilio is and where it calls back, and nobody else', () => {
    const { TWILIO_CALLBACK_URL = '', TWILIO_URL } = variablesOf(on, 'send')
    expect(said(TWILIO_CALLBACK_URL)).toBe('ReceiptsReceiptFunctionFunctionUrl.FunctionUrltwilio')
    expect(TWILIO_URL).toBe('https://api.twilio.com')
    for (const name of ['TWILIO_CALLBACK_URL', 'TWILIO_URL']) expect(knowing(on, name)).toEqual(['send'])
  })

  it('reaches Twilio where the configuration says so', () => {
    const address = 'http://127.0.0.1:4999'
    const context = { ...withTwilio, 'heliograph.endpoints.twilio': address }
    expect(variablesOf(synthesise(context), 'send')).toMatchObject({ TWILIO_URL: address })
  })
})

it.each([
  [off, '[]'],
  [synthesise({ 'heliograph.networkOnlyCountries': '["IN","CN"]' }), '["IN","CN"]'],
])('tells all that take receipts, and nobody else, in which countries the network’s word counts', (template, countries) => {
  const taking = ['close', 'fall-back', 'publish', 'receipt', 'republish', 'send', 'sweep']
  expect(knowing(template, 'NETWORK_ONLY_COUNTRIES')).toEqual(taking)
  for (const folder of taking) expect(variablesOf(template, folder)).toMatchObject({ NETWORK_ONLY_COUNTRIES: countries })
})

it('tells whoever explains and steers the same order of carriers as whoever decides', () => {
  const told = knowing(on, 'CARRIERS')
  expect(told).toEqual(['explain', 'fall-back', 'steer', 'validate'])
  expect(new Set(told.map((folder) => variablesOf(on, folder).CARRIERS)).size).toBe(1)
})

it('tells validate and fall-back the same order of carriers and the same waits', () => {
  const told = (folder: string) => {
    const { CARRIERS, RECEIPT_SECONDS, RECEIPT_WAIT_SECONDS, SHORTEST_WAIT } = variablesOf(on, folder)
    return { CARRIERS, RECEIPT_SECONDS, RECEIPT_WAIT_SECONDS, SHORTEST_WAIT }
  }
  expect(told('fall-back')).toEqual(told('validate'))
  expect(knowing(on, 'RECEIPT_SECONDS')).toEqual(['fall-back', 'validate'])
})
