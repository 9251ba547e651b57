import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { carrierNames } from '../../../functions/notification/carrier-name.ts'
import { changeDrains } from '../../../functions/record/drains/change-drains.ts'
import { drain } from '../../../functions/steering/drain-and-restore.ts'
import { table } from '../handlers/simulated-deployment.ts'
import { pick } from './chance.ts'
import { askedAtOf } from './requesters.ts'
import type { World } from './world.ts'

/** Seconds from a request at which somebody drains a carrier: long before it, before it, while it is sent, while it is held. */
const moments = [-600, -90, -1, 1, 5, 60, 600, 7_200] as const

/** Seconds for which it is drained. */
const times = [300, 7_200, 86_400] as const

const share = 0.05

const by = 'arn:aws:iam::111122223333:user/ada'

/** An operator's own way to the table: nothing goes wrong on it here. */
const tableOf = ({ records }: World) => ({
  client: Object.assign(Object.create(DynamoDBDocumentClient.prototype), {
    send: async (command: never) => records.execute(command),
  }),
  ...table,
  pause: async () => {},
})

/** Operators drain one carrier or the other, everywhere, now and then; each drain ends by itself. */
export const letDrain = (world: World, start: number, of: number): void => {
  const { chance, time } = world
  if (chance('drains', of) >= share) return
  const carrier = pick(carrierNames, chance('drains', of, 'whom'))
  const seconds = pick(times, chance('drains', of, 'how long'))
  const at = Math.max(start, askedAtOf(world, start, of) + pick(moments, chance('drains', of, 'when')) * 1000)
  time.after(at - time.now(), () => {
    const now = new Date(time.now())
    const until = new Date(now.getTime() + seconds * 1000).toISOString()
    const recordedAt = now.toISOString()
    const said = { carrier, until, reason: 'it looks odd', by }
    const change = changeDrains({ ...tableOf(world), newMark: () => `of ${of}` })
    void change((drains) => drain(drains, { ...said, from: recordedAt }, now), { ...said, action: 'drain', recordedAt })
  })
}
