import type { PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { marshall } from '@aws-sdk/util-dynamodb'
import { TemplateDetail } from '../../../functions/publish/template-event.ts'
import { noon } from '../../builders/noon.ts'
import type { Item } from '../dynamo/value.ts'
import { handlersOver } from '../handlers/handlers-over.ts'
import { Violation } from '../small-worlds/choice.ts'
import { NotRunYet } from '../small-worlds/invocation-tree.ts'
import { Numbered } from '../small-worlds/numbered.ts'
import { isVersion } from './versions.ts'

interface Event {
  readonly eventId: string
  readonly detailType: string
  /** All of it, to be compared. */
  readonly text: string
}

const beyond = (what: string) => () => Promise.reject(new Error(`${what} is beyond the publisher of templates`))

/** What the real `publish` tells of one change, of which the stream hands it on twice. */
const publish = async (OldImage: Item | undefined, NewImage: Item): Promise<Event[]> => {
  const events: Event[] = []
  const put = async ({ input: { Entries = [] } }: PutEventsCommand) => {
    for (const { DetailType = '', Detail = '' } of Entries) {
      const { eventId } = TemplateDetail.parse(JSON.parse(Detail))
      events.push({ eventId, detailType: DetailType, text: `${DetailType} ${Detail}` })
    }
    return { Entries: Entries.map((_, index) => ({ EventId: `${index}` })) }
  }
  const handlers = handlersOver({
    dynamo: beyond('the table'),
    workflows: beyond('Step Functions'),
    callCarrier: beyond('a carrier'),
    keepDeadLetter: beyond('a dead-letter queue'),
    events: put,
    emit: () => {},
    now: () => noon,
    random: () => 0,
    newMark: () => '',
    pause: async () => {},
  })
  const dynamodb = { ...(OldImage && { OldImage: marshall(OldImage) }), NewImage: marshall(NewImage) }
  await handlers.publish({ dynamodb })
  const once = events.splice(0)
  await handlers.publish({ dynamodb })
  if (JSON.stringify(once) !== JSON.stringify(events)) throw new Violation('a repeated record tells something else')
  return once
}

/** All that was ever told, by number; what one change tells is asked of the handler once. */
export class Bus {
  readonly #events = new Numbered<Event>()
  readonly #told = new Map<string, readonly number[]>()

  of(number: number): Event {
    return this.#events.of(number)
  }

  /** @throws NotRunYet when nobody has seen this change before */
  tellsOf(before: Item | undefined, after: Item): readonly number[] {
    const key = `${JSON.stringify(before)} ${JSON.stringify(after)}`
    const known = this.#told.get(key)
    if (known) return known
    throw new NotRunYet(async () => {
      const events = await publish(before, after)
      this.#told.set(
        key,
        events.map((event) => this.#events.numberOf(event.text, event)),
      )
    })
  }

  /** What a write of the table tells: of each version that it changed. */
  tells(before: readonly Item[], after: readonly Item[]): readonly number[] {
    const keyOf = ({ PK, SK }: Item) => `${PK} ${SK}`
    const earlier = new Map(before.map((item) => [keyOf(item), item]))
    return after
      .filter(isVersion)
      .filter((item) => JSON.stringify(item) !== JSON.stringify(earlier.get(keyOf(item))))
      .flatMap((item) => this.tellsOf(earlier.get(keyOf(item)), item))
  }
}
