import { setTimeout as wait } from 'node:timers/promises'
import type { Carrier } from './carrier.ts'
import type { ReceiptScript } from './script.ts'
import type { Message, Receipt } from './truth.ts'

export interface ReceiptDesk {
  readonly print: (line: string) => void
  /** Aborted when the network stops. */
  readonly signal: AbortSignal
}

/** A receipt that cannot be handed over is printed, without number and text, and lost: the network goes on. */
const handOver = async (carrier: Carrier, message: Message, receipt: ReceiptScript, { print, signal }: ReceiptDesk) => {
  const { status, errorCode, forged } = receipt
  const entry: Receipt = { status, errorCode, forged, at: new Date().toISOString() }
  message.receipts.push(entry)
  try {
    await carrier.sendReceipt(message, receipt, entry, signal)
  } catch (error) {
    const isExpected = forged || signal.aborted
    if (!isExpected) print(`carrier network: a receipt "${status}" of ${carrier.name} for ${message.messageId} is lost: ${error}`)
  }
}

const sendOne = async (carrier: Carrier, message: Message, receipt: ReceiptScript, desk: ReceiptDesk) => {
  await wait(receipt.afterMs, undefined, { signal: desk.signal })
  for (let time = 0; time < receipt.times; time += 1) await handOver(carrier, message, receipt, desk)
}

/** Starts all receipts of a message; resolves when those that the answer must wait for are out. */
export const sendReceipts = async (carrier: Carrier, message: Message, receipts: readonly ReceiptScript[], desk: ReceiptDesk) => {
  const awaited = receipts.map((receipt) => {
    const sent = sendOne(carrier, message, receipt, desk).catch(() => {}) // only the network's stop ends it early
    return receipt.beforeReply ? sent : undefined
  })
  await Promise.all(awaited)
}
