import { getSecret } from '@aws-lambda-powertools/parameters/secrets'
import * as z from 'zod'
import { type Hasher, hasher } from '../notification/hasher.ts'

const HashKey = z.object({ id: z.string().min(1), key: z.string().min(32) })

/** Seconds that a function uses the key it has read. */
const maxAge = 300

/** Reads the key of the hashes from Secrets Manager: { "id": "1", "key": "…" }. */
export const loadHasher = async (secretArn: string): Promise<Hasher> => {
  const { id, key } = HashKey.parse(await getSecret(secretArn, { maxAge, transform: 'json' }))
  return hasher(id, key)
}
