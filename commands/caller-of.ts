import { Failed } from './failed.ts'
import { postSigned, regionOf } from './post-signed.ts'
import type { Target } from './target.ts'

const hostOf = (region: string) => `https://sts.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`

/**
 * Who gives a command, as AWS knows them by their credentials, e.g. "arn:aws:sts::111122223333:assumed-role/Support/ada". Nobody
 * needs a right for that.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const callerOf = async ({ client }: Pick<Target, 'client'>): Promise<string> => {
  const { status, said } = await postSigned(client, {
    service: 'sts',
    url: hostOf(await regionOf(client)),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  })
  const arn = /<Arn>(arn:[^<]+)<\/Arn>/.exec(said)?.[1]
  if (status !== 200 || arn === undefined)
    throw new Failed(`AWS does not say who you are (${status}): the credentials are wrong.`)
  return arn
}
