import { Failed } from './failed.ts'

const field = (error: object, name: string): string => String(Reflect.get(error, name) ?? '')

/** What a refusal is about, by the name that a service gives it, and what to do; the services use many names for one thing. */
const meanings: readonly (readonly [RegExp, (name: string, message: string) => string])[] = [
  [
    /AccessDenied|Authorization|NotAuthorized/,
    (name, message) => {
      const right = /perform: ([\w-]+:\w+)/.exec(message)?.[1]
      return `You may not do that: ${right ? `the right ${right}` : 'a right'} is missing (${name}). docs/records.md names the rights of each command.`
    },
  ],
  [
    /Credentials|Token|Signature|UnrecognizedClient|SSO/,
    (name) => `AWS refused the credentials (${name}): sign in anew, or name another profile by --profile.`,
  ],
  [
    /NotFound|DoesNotExist|NonExistent/,
    (name) => `A part of the deployment is not there (${name}): deploy it again, or name the right one by --stack.`,
  ],
  [/Throttl|TooMany|LimitExceeded|Throughput/, (name) => `AWS is asked too much at once (${name}): try again in a minute.`],
]

const unreachable = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']

/**
 * What an error of the AWS SDK means to whoever typed a command. What AWS said is not quoted but for the right: it may hold more than
 * everybody may read.
 * @returns undefined where the error is none of AWS's but a fault of ours
 */
export const refusalOf = (error: unknown): Failed | undefined => {
  if (!(error instanceof Error)) return undefined
  const [name, message, code] = [field(error, 'name'), field(error, 'message'), field(error, 'code')]
  if (unreachable.includes(code) || name === 'TimeoutError')
    return new Failed(`AWS does not answer (${code || name}): see whether the network and the endpoint are right.`)
  const isOfSdk = '$metadata' in error || /(Credentials|Token)ProviderError$/.test(name)
  if (isOfSdk) {
    const [, meaning] = meanings.find(([pattern]) => pattern.test(name)) ?? []
    return new Failed(meaning?.(name, message) ?? `AWS refused (${name}).`)
  }
  return /region is missing/i.test(message)
    ? new Failed('Which Region? Name it by --region, or in the profile; it is written like us-east-1.')
    : undefined
}
