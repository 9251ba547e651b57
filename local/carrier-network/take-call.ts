import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Carrier, CarrierRequest, Refusal, Reply } from './carrier.ts'
import { type ReceiptDesk, sendReceipts } from './receipts.ts'
import { accepts, arrives, type CallScript, type FullScript } from './script.ts'
import type { ScriptBook } from './script-book.ts'
import type { Call, Message, Truth } from './truth.ts'

interface Network extends ReceiptDesk {
  readonly truth: Truth
  readonly scripts: ScriptBook
}

const answer = (call: Call, response: ServerResponse, { status, headers, body }: Reply) => {
  if (response.destroyed) return // the caller has left
  response.writeHead(status, headers).end(body)
  call.answered = true
}

const refuse = (carrier: Carrier, call: Call, response: ServerResponse, refusal: Refusal) => {
  call.code = refusal.code
  answer(call, response, carrier.refused(refusal))
}

/** How the call ends for its caller, who learns the message id only where it is accepted and answered. */
const end = (carrier: Carrier, call: Call, message: Message | undefined, script: CallScript, response: ServerResponse) => {
  switch (script.fate) {
    case 'accept':
      return message && answer(call, response, carrier.accepted(message))
    case 'refuse':
      return refuse(carrier, call, response, { code: script.code, message: script.message ?? 'Refused as scripted' })
    case 'throttle':
      return refuse(carrier, call, response, { ...carrier.throttled, retryAfterSeconds: script.retryAfterSeconds })
    case 'server-error':
      return refuse(carrier, call, response, carrier.serverError)
    case 'reset':
      return void response.socket?.resetAndDestroy()
    case 'hang':
      return // until the caller leaves, or the network stops
    default:
      return script satisfies never
  }
}

const accept = async (
  network: Network,
  carrier: Carrier,
  call: Call & Pick<Message, 'to' | 'text' | 'parts'>,
  script: FullScript,
) => {
  const acceptance = { messageId: carrier.newMessageId(), acceptedAt: new Date().toISOString(), arrived: arrives(script) }
  const message: Message = Object.assign(call, acceptance, { receipts: [] })
  await sendReceipts(carrier, message, script.receipts, network)
  return message
}

/** One request to a carrier, from its last byte to its scripted end. */
export const takeCall = async (network: Network, carrier: Carrier, request: CarrierRequest, response: ServerResponse) => {
  const reading = carrier.read(request)
  if ('reply' in reading) return response.writeHead(reading.reply.status, reading.reply.headers).end(reading.reply.body)
  const received = { carrier: carrier.name, receivedAt: new Date().toISOString(), answered: false }
  if ('refusal' in reading) {
    const call = network.truth.add({ ...received, fate: 'invalid', ...reading.told })
    return refuse(carrier, call, response, reading.refusal)
  }
  const script = network.scripts.inForce(carrier, reading.submission.to)
  const call = Object.assign(network.truth.add({ ...received, fate: script.call.fate }), reading.submission)
  await wait(script.call.afterMs, undefined, { signal: network.signal })
  const message = accepts(script.call) ? await accept(network, carrier, call, script) : undefined
  end(carrier, call, message, script.call, response)
}
