import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { expect, it } from 'vitest'
import { idsOfNumber } from '../../commands/find/ids-of-number.ts'
import type { Target } from '../../commands/target.ts'
import { hasher, hashRecipient } from '../../functions/notification/hasher.ts'
import { atNoon } from '../builders/noon.ts'
import { aTable } from './a-table.ts'
import { opened } from './opened.ts'

const table = aTable()
const number = '+14155550123'
const before = { id: 'k1', key: 'a'.repeat(32) }
const present = { id: 'k2', key: 'b'.repeat(32) }

it('finds what was written with the present key of the hashes, and then what was written before they were rotated', async () => {
  const SecretId = 'hash-keys'
  const secrets = new SecretsManagerClient()
  await secrets.send(new CreateSecretCommand({ Name: SecretId, SecretString: JSON.stringify(before) }))
  const target = { client: {}, outputs: { TableName: table().name, HashKeyArn: SecretId } } as Target
  const write = ({ id, key }: typeof before, seconds: number) =>
    opened(table(), { recipientHash: hashRecipient(hasher(id, key), number), requestedAt: atNoon(seconds) })

  const [first, second] = [await write(before, 1), await write(before, 2)]
  await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify({ ...present, former: [before] }) }))
  const third = await write(present, 3)
  const ids = [third, second, first].map(({ notificationId }) => notificationId)
  expect(await Array.fromAsync(idsOfNumber(target, number))).toEqual(ids)
  expect(await Array.fromAsync(idsOfNumber(target, number, new Date(atNoon(2))))).toEqual(ids.slice(0, 2))
})
