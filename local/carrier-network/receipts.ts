import { setTimeout as wait } from 'node:timers/promises'
import type { Carrier } from './carrier.ts'
import type { ReceiptScript } from './script.ts'
import type { Message } from './truth.ts'

/** Waits between the tries to hand a receipt over, in milliseconds. */
const pauses = [100, 200, 400, 800]

export interface ReceiptDesk {
  readonly print: (line: string) => void
  /** Aborted when the network stops. */
  readonly signal: AbortSignal
}

/** A receipt that cannot be handed over is printed, without number and text, and lost: the network goes on. */
const handOver = async (send: () => Promise<void>, what: string, { print, signal }: ReceiptDesk) => {
  for (const pause of [...pauses, undefined]) {
    try {
      return await send()
    } catch (error) {
      if (signal.aborted) return
      if (pause === undefined) return print(`carrier network: ${what} is lost: ${error}`)
      await wait(pause, undefined, { signal })
    }
  }
}

const sendOne = async (carrier: Carrier, message: Message, receipt: ReceiptScript, desk: ReceiptDesk) => {
  await wait(receipt.afterMs, undefined, { signal: desk.signal })
  const what = `a receipt "${receipt.status}" of ${carrier.name} for ${message.messageId}`
  for (let time = 0; time < receipt.times; time += 1) {
    await handOver(() => carrier.sendReceipt(message, receipt, desk.signal), what, desk)
  }
}

/** Starts all receipts of a message; resolves when those that the answer must wait for are out. */
export const sendReceipts = async (carrier: Carrier, message: Message, receipts: readonly ReceiptScript[], desk: ReceiptDesk) => {
  const awaited = receipts.map((receipt) => {
    const sent = sendOne(carrier, message, receipt, desk).catch(() => {}) // only the network's stop ends it early
    return receipt.beforeReply ? sent : undefined
  })
  await Promise.all(awaited)
}
