import { marshall } from '@aws-sdk/util-dynamodb'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import { createHandler } from '../../../functions/publish/handler.ts'
import type { OurEvent } from '../../../functions/publish/put-our-events.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'

/** What is told of a change in the table that is about no notification: nobody is to be suppressed, and nothing to be counted. */
export const published = async (after: object, before?: object): Promise<readonly OurEvent[]> => {
  const told: OurEvent[] = []
  const publish = createHandler({
    ...recordsInMemory(),
    changeRecipient: () => {
      throw new Error('nobody to be suppressed')
    },
    settle: settle(someWorkflows().client, defaultKinds),
    networkOnly: [],
    now: () => noon,
    putOurEvents: async (events) => void told.push(...events),
    emit: () => {
      throw new Error('nothing to be counted')
    },
  })
  await publish({ dynamodb: { NewImage: marshall(after), ...(before && { OldImage: marshall(before) }) } })
  return told
}
