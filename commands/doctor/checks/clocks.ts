import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Target } from '../../target.ts'
import { type Check, type Finding, fault, fine, unknown } from '../finding.ts'

/** Seconds; beyond five minutes AWS refuses signatures. A cancellation or a consent says when it was said by its sender's clock. */
const mostApart = 30

/** @param theirs AWS's clock, in whole seconds; undefined where it was not told */
export const judgeClocks = (ours: Date, theirs: Date | undefined): Finding => {
  if (theirs === undefined) return unknown('AWS did not tell its time.', 'Compare this machine’s clock with another.')
  const apart = Math.abs(ours.getTime() - theirs.getTime()) / 1000
  return apart > mostApart
    ? fault(
        `This machine's clock and AWS's are ${Math.round(apart)} s apart.`,
        'Synchronise it by NTP, and those of your requesters.',
      )
    : fine("This machine's clock agrees with AWS's.")
}

/** Any answer tells the time, a refusal too. */
const timeThere = async ({ client }: Target): Promise<Date | undefined> => {
  const endpoint = client.endpoint ?? `https://dynamodb.${await new DynamoDBClient(client).config.region()}.amazonaws.com/`
  const said = await fetch(endpoint)
    .then(({ headers }) => headers.get('date'))
    .catch(() => null)
  return said === null ? undefined : new Date(said)
}

export const clocks: Check = {
  name: 'clocks',
  look: async (target) => {
    const theirs = await timeThere(target)
    return judgeClocks(new Date(), theirs)
  },
}
