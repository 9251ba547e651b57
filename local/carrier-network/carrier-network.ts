import { createListener } from './create-listener.ts'
import { cloudWatchDeliveryLog, type DeliveryLog, type LogsAddress } from './delivery-log.ts'
import { type Door, openDoor } from './door.ts'
import { createScriptBook } from './script-book.ts'
import { sns } from './sns.ts'
import { createTruth } from './truth.ts'
import { twilio } from './twilio.ts'
import { type TwilioAccount, twilioAccount } from './twilio-account.ts'

interface Options {
  /** The carriers' own ports are the next ones. 0 lets the system choose all of them. */
  readonly port?: number
  /** The network's own log: lost receipts and its own faults. */
  readonly print?: (line: string) => void
  readonly twilio?: {
    /** Whose credentials are accepted, and whose token signs the callbacks. */
    readonly account?: TwilioAccount
    /** Where callbacks connect to, whatever host their URL names, e.g. "http://127.0.0.1:4566". */
    readonly callbacksTo?: string
  }
}

/** Receipts of SNS go to CloudWatch Logs, or to a log of the caller's own. */
type ReceiptsTo = { readonly logs: LogsAddress } | { readonly deliveryLog: DeliveryLog }

export interface CarrierNetwork {
  /** Where scripts and the truth are, and where every carrier answers as well. */
  readonly url: string
  /** Each carrier's own address, which refuses connections while the carrier is down. */
  readonly carrierUrls: { readonly sns: string; readonly twilio: string }
  /** Drops open calls and receipts that are not out yet. */
  readonly stop: () => Promise<void>
}

/** Starts the telephone network of the local world on the loopback interface. */
export const startCarrierNetwork = async (options: Options & ReceiptsTo): Promise<CarrierNetwork> => {
  const { port = 4570, print = console.error } = options
  const { account = twilioAccount, callbacksTo } = options.twilio ?? {}
  const deliveryLog = 'deliveryLog' in options ? options.deliveryLog : cloudWatchDeliveryLog(options.logs)
  const truth = createTruth()
  const carriers = [sns(deliveryLog), twilio({ account, callbacksTo, messages: truth.messages })]
  const doors = new Map<string, Door>()
  const stopping = new AbortController()
  const listener = createListener({ carriers, doors, truth, scripts: createScriptBook(), print, signal: stopping.signal })

  const open = async (name: string, offset: number) => {
    const door = await openDoor(listener, port === 0 ? 0 : port + offset, name)
    doors.set(name, door)
    return door.url
  }
  const stop = async () => {
    stopping.abort()
    for (const door of doors.values()) await door.shut()
  }
  try {
    const url = await open('the carrier network', 0)
    return { url, carrierUrls: { sns: await open('sns', 1), twilio: await open('twilio', 2) }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
