import { getSecret } from '@aws-lambda-powertools/parameters/secrets'
import { type Hashers, HashKeys, hashersOf } from '../notification/hash-keys.ts'

/** Seconds that a function uses the keys it has read. */
const maxAge = 300

/** Reads the keys of the hashes from Secrets Manager: { "id": "2", "key": "…", "former": [{ "id": "1", "key": "…" }] }. */
export const loadHashers = async (secretArn: string): Promise<Hashers> =>
  hashersOf(HashKeys.parse(await getSecret(secretArn, { maxAge, transform: 'json' })))
