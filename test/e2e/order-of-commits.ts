import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Target } from '../../commands/target.ts'
import { Recipient } from '../../functions/recipient/recipient.ts'
import { suppressedScopes } from '../../functions/recipient/suppressed-scopes.ts'
import { notificationKey, recipientKey } from '../../functions/record/keys.ts'
import { writtenInStream } from './written-in-stream.ts'

const Change = z.object({ dynamodb: z.object({ NewImage: z.custom<Record<string, AttributeValue>>().optional() }) })
const Armed = z.object({ attempts: z.array(z.unknown()) })

const imageIn = (text: string) => unmarshall(Change.parse(JSON.parse(text)).dynamodb.NewImage ?? {})

/**
 * Every write of the table so far, in the order of the commits. The emulator makes one write or one transaction after the other, and
 * its stream has one shard, so this order is the truth, whatever any clock says. (On AWS a stream orders the writes of one item alone.)
 */
export const orderOfCommits = async (target: Target) => {
  const written = await writtenInStream(target)
  /** What an item became, write by write. */
  const imagesOf = ({ PK, SK }: Record<'PK' | 'SK', string>) =>
    written.flatMap(({ name, text }, place) => (name === `${PK} ${SK}` ? [{ place, image: imageIn(text) }] : []))

  /** Where each attempt was armed. */
  const armings = (notificationId: string): number[] => {
    const images = imagesOf(notificationKey(notificationId)).map(({ place, image }) => ({ place, ...Armed.parse(image) }))
    const isArming = (index: number) => (images[index]?.attempts.length ?? 0) > (images[index - 1]?.attempts.length ?? 0)
    return images.flatMap(({ place }, index) => (isArming(index) ? [place] : []))
  }
  return {
    imagesOf,
    armings,
    /** The attempts that were armed when an opt-out of the recipient, of whatever scope, was committed. */
    armedAfterOptOut: (notificationId: string, recipientHash: string): number[] => {
      const images = imagesOf(recipientKey(recipientHash))
      const optOut = images.find(({ image }) => suppressedScopes(Recipient.parse(image)).length > 0)
      if (optOut === undefined) throw new Error('the recipient has not opted out')
      return armings(notificationId).filter((place) => place > optOut.place)
    },
  }
}
