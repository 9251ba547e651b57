import type { SQSRecord } from 'aws-lambda'
import type { World } from '../core/world.ts'
import type { Handlers } from '../handlers/handlers-over.ts'

/** A queue of events for one function: at least once, in no order, in batches; what fails too often is a dead letter. */
export interface EventQueue {
  readonly put: (of: number, eventId: string, body: string) => void
  /** The function itself puts aside what nobody can read. */
  readonly keepUnreadable: (of: number, body: string) => object
}

/** As the stack sets it: infra/constructs/request-intake.ts. */
const mostInBatch = 10
const visibilitySeconds = 180
const mostReceives = 5

interface Queued {
  readonly of: number
  readonly eventId: string
  readonly body: string
  receives: number
}

const asRecord = ({ eventId, body }: Queued) => ({ messageId: eventId, body }) as SQSRecord

export const eventQueueOver = (world: () => World, step: 'request' | 'permit' | 'intervene'): EventQueue => {
  const queue = step === 'request' ? 'requests' : 'words'
  const visible: Queued[] = []
  let isPolling = false

  const isDead = (message: Queued) => {
    if (message.receives < mostReceives) return false
    const { ledger, tell } = world()
    const { of, eventId, body } = message
    tell(of, () => `an event for ${step} was received five times, so it is a dead letter`)
    ledger.deadLetters.push({ of, queue, eventId, redrive: () => show({ of, eventId, body, receives: 0 }) })
    return true
  }

  const show = (message: Queued) => {
    if (isDead(message)) return
    visible.push(message)
    if (isPolling) return
    isPolling = true
    world().time.after(20, () => {
      isPolling = false
      while (visible.length > 0) void deliver(visible.splice(0, mostInBatch))
    })
  }

  const failuresOf = async (batch: readonly Queued[]): Promise<readonly Queued[]> => {
    try {
      const works = batch.map((message) => ({
        of: message.of,
        run: (handlers: Handlers) => handlers[step](asRecord(message)),
      }))
      const results = await world().lambda(step, works)
      return batch.filter((_, index) => results[index]?.status === 'rejected')
    } catch {
      return batch
    }
  }

  /** What fails is seen again when its time in hiding is over. */
  const deliver = async (batch: readonly Queued[]) => {
    const { time, faults } = world()
    const began = time.now()
    for (const message of batch) message.receives += 1
    const failed = new Set(await failuresOf(batch))
    for (const message of batch) {
      const again = failed.has(message)
        ? visibilitySeconds
        : step === 'request' && message.receives === 1 && faults.strike('redelivered', message.of)?.seconds
      if (again) time.after(began + again * 1000 - time.now(), () => show(message))
    }
  }

  return {
    put: (of, eventId, body) => show({ of, eventId, body, receives: 0 }),
    keepUnreadable: (of, body) => {
      const eventId = /"id":"([^"]+)"/.exec(body)?.[1]
      world().ledger.deadLetters.push({ of, queue, ...(eventId && { eventId }) })
      return {}
    },
  }
}
