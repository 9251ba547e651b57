import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { openDoor } from '../../../local/carrier-network/door.ts'
import { callOf } from './call-of.ts'
import { createControl } from './control.ts'
import { createFaultBook, type FaultBook } from './fault-book.ts'
import { forward } from './forward.ts'
import { pass, strike } from './strike.ts'

/** Where each kind of call leads in truth, e.g. { aws: "http://127.0.0.1:4566", … } */
export interface Ends {
  readonly aws: string
  readonly sns: string
  readonly twilio: string
}

export interface FaultProxy {
  /** What the functions are given in place of the ends. */
  readonly doors: Ends
  /** Where faults are set and strikes are read. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Calls that wait for each other, by fault. A call that is made again does not count as another. */
const createGathering = () => {
  const waiting = new Map<string, { readonly bodies: Set<string>; readonly go: (() => void)[] }>()
  return (fault: string, body: string) => (calls: number) =>
    new Promise<void>((resolve) => {
      const { bodies, go } = waiting.get(fault) ?? { bodies: new Set(), go: [] }
      waiting.set(fault, { bodies: bodies.add(body), go: [...go, resolve] })
      if (bodies.size >= calls) for (const goOn of [...go, resolve]) goOn()
    })
}

/** Passes every call on to its end, but for those that a fault strikes. */
const passingTo = (end: string, faults: FaultBook): RequestListener => {
  const gathering = createGathering()
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request)
    const struck = faults.strike(callOf(request.headers, request.url ?? '/', body.toString()))
    const goOn = () => forward(request, body, end)
    if (struck === undefined) return pass(response, await goOn())
    const missed = () => faults.missed(struck.id)
    const gathered = gathering(struck.id, body.toString())
    await strike(struck.fault.does, { request, response, forward: goOn, gathered, missed })
  }
  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!request.socket.destroyed) console.error(`fault proxy: ${error}`) // else the caller left, or is dead
      response.destroy()
    })
  }
}

/** Stands between the functions and all that they call, on the loopback interface, and spoils calls as it is told. */
export const startFaultProxy = async (ends: Ends): Promise<FaultProxy> => {
  const faults = createFaultBook()
  const doorTo = (end: string, whose: string) => openDoor(passingTo(end, faults), 0, whose)
  const doors = {
    aws: await doorTo(ends.aws, 'AWS'),
    sns: await doorTo(ends.sns, 'sns'),
    twilio: await doorTo(ends.twilio, 'twilio'),
  }
  const control = await openDoor(createControl(faults, doors), 0, 'the fault proxy')
  const stop = async () => {
    for (const door of [...Object.values(doors), control]) await door.shut()
  }
  return { doors: { aws: doors.aws.url, sns: doors.sns.url, twilio: doors.twilio.url }, url: control.url, stop }
}
