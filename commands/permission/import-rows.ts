import spinner from 'yocto-spinner'
import { callerOf } from '../caller-of.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failed } from '../failed.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { mostEntries, putEvents } from '../put-events.ts'
import { findTarget, type Target, type TargetOptions } from '../target.ts'
import { isRefused, judgeRow, type RefusedRow, type RowEvent } from './judge-row.ts'
import { readRows } from './read-rows.ts'

/** How far an import has come. */
interface Tally {
  put: number
  /** The line of the file that was read last. */
  line: number
  readonly refused: RefusedRow[]
}

const again = 'Mend it and run the command again: a row that was put before says nothing new.'

/** Yields after each row that was refused, and after each batch that was put. */
async function* putRows(target: Target, file: string, event: RowEvent, tally: Tally): AsyncGenerator<RefusedRow | undefined> {
  const by = await callerOf(target)
  let batch: object[] = []
  const flush = async () => {
    await putEvents(target, event.detailType, batch)
    tally.put += batch.length
    batch = []
  }
  for await (const row of readRows(file, event.columns)) {
    tally.line = row.line
    const judged = judgeRow(row, event, by)
    if (isRefused(judged)) {
      tally.refused.push(judged)
      yield judged
    } else batch.push(judged)
    if (batch.length === mostEntries) yield await flush().then(() => undefined)
  }
  if (batch.length > 0) yield await flush().then(() => undefined)
}

const progressOf = ({ put, refused }: Tally) =>
  `${put.toLocaleString('en')} rows put, ${refused.length.toLocaleString('en')} refused`

/** Says what is refused as it comes; where somebody looks, how far it is. */
const showRows = async (rows: AsyncIterable<RefusedRow | undefined>, tally: Tally, json: boolean): Promise<void> => {
  const waiting = process.stderr.isTTY ? spinner({ text: 'reading', stream: process.stderr }).start() : undefined
  try {
    for await (const refused of rows) {
      waiting?.clear()
      if (refused && !json) console.error(`line ${refused.line}: ${refused.problems.join('; ')}`)
      if (waiting) waiting.text = progressOf(tally)
    }
  } catch (error) {
    if (!(error instanceof Failed) || tally.line === 0) throw error
    throw new Failed(`${error.message}\nIt stopped after ${tally.put} rows were put, at about line ${tally.line}. ${again}`)
  } finally {
    waiting?.stop()
  }
}

/**
 * Puts every row of a file as an event, in the caller's name. Each says when it was said, so the same file may be imported again, whole
 * or from where it stopped: nothing changes by it.
 */
export const importRows = async (file: string, event: RowEvent, options: TargetOptions & JsonOption): Promise<void> => {
  const tally: Tally = { put: 0, line: 0, refused: [] }
  await showRows(putRows(await findTarget(options), file, event, tally), tally, options.json ?? false)
  const { put, refused } = tally
  print({ put, refused }, [`${progressOf(tally)}.${refused.length > 0 ? ` ${again}` : ''}`], options)
  if (refused.length > 0) process.exitCode = exitCodes.refused
}
