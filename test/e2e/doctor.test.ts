import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { PurgeQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deadLetterQueues } from '../../commands/dead-letter-queues.ts'
import { heliograph } from './heliograph.ts'
import { commandLine } from './run-command-line.ts'

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

describe('heliograph doctor', () => {
  const states = (out: string, names: readonly string[]) => {
    const found: { check: string; state: string }[] = JSON.parse(out)
    return found.filter(({ check }) => names.includes(check)).map(({ state }) => state)
  }

  /** No template is sent, a secret holds no account, and a dead letter waits. @returns how to mend it */
  const plantFaults = async () => {
    const { client, outputs } = world.target
    const { client: documents, name: TableName } = world.table
    const ofTemplates = { KeyConditionExpression: 'PK = :names', ExpressionAttributeValues: { ':names': 'TEMPLATES' } }
    const { Items: names = [] } = await documents.send(new QueryCommand({ TableName, ...ofTemplates }))
    for (const { PK, SK } of names) await documents.send(new DeleteCommand({ TableName, Key: { PK, SK } }))
    const [secrets, SecretId] = [new SecretsManagerClient(client), outputs.TwilioAccountArn]
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId }))
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: 'a token' }))
    const [queues, QueueUrl] = [new SQSClient(client), outputs.InterventionsNotHeededUrl]
    await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: 'nobody can read this' }))
    return async () => {
      for (const Item of names) await documents.send(new PutCommand({ TableName, Item }))
      await secrets.send(new PutSecretValueCommand({ SecretId, SecretString }))
      for (const url of Object.values(deadLetterQueues({ outputs }))) await queues.send(new PurgeQueueCommand({ QueueUrl: url }))
    }
  }

  it('finds three planted faults, each with a remedy, and exits with 0 when they are mended', async () => {
    const planted = ['secrets', 'templates', 'dead letters']
    const mend = await plantFaults()
    try {
      const { out, code } = await commandLine('doctor', '--json')
      expect(code).toBe(1)
      expect(states(out, planted)).toEqual(['fault', 'fault', 'fault'])
      expect(states(out, ['clocks'])).toEqual(['fine']) // callbacks need the secret, which their function may know from before
      expect((await commandLine('doctor')).out).toMatch(
        /^fault {4}templates +No template is approved.*\n {28}`heliograph template submit.*^Not ready: fault [34]/ms,
      )
    } finally {
      await mend()
    }
    const { out, code, err } = await commandLine('doctor')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Nothing that was looked at is in the way of texts: fault 0/m)
  })
})
