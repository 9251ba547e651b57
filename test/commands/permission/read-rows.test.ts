import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRows } from '../../../commands/permission/read-rows.ts'

const columns = ['to', 'reason', 'at']
const folder = mkdtempSync(join(tmpdir(), 'heliograph-rows-'))

const rowsOf = (content: string) => {
  const file = join(folder, 'rows.csv')
  writeFileSync(file, content)
  return Array.fromAsync(readRows(file, columns))
}

describe('a file of rows', () => {
  it('is read by the names of its columns, in whatever order, with the line of each row', async () => {
    expect(await rowsOf('at,to,reason\nmon,a,x\n\ntue,b,y\n')).toEqual([
      { line: 2, values: { at: 'mon', to: 'a', reason: 'x' } },
      { line: 4, values: { at: 'tue', to: 'b', reason: 'y' } },
    ])
  })

  it('may come from a spreadsheet: a byte order mark, CRLF, quotes, spaces around values', async () => {
    expect(await rowsOf('\ufeffto,reason,at\r\n a ,"x, ""y""",mon\r\n')).toEqual([
      { line: 2, values: { to: 'a', reason: 'x, "y"', at: 'mon' } },
    ])
  })

  it('leaves out what is empty', async () => {
    expect(await rowsOf('to,reason,at\na,,\n')).toEqual([{ line: 2, values: { to: 'a' } }])
  })

  it.each(['a,x', 'a,x,mon,more'])('has rows that are none, which stop no other: %s', async (row) => {
    expect(await rowsOf(`to,reason,at\n${row}\nb,y,tue\n`)).toEqual([
      { line: 2, problem: 'must have 3 fields' },
      { line: 3, values: { to: 'b', reason: 'y', at: 'tue' } },
    ])
  })

  it.each(['to,reason', 'to,reason,at,more', 'To,reason,at', 'to,to,at', 'a,x,mon'])(
    'is refused by its first line: %s',
    async (header) => {
      await expect(rowsOf(`${header}\n`)).rejects.toThrow('The first line must name the columns to, reason, at, and no other.')
    },
  )

  it.each(['', '\ufeff', '\n\n'])('is refused where it has no first line: %j', async (content) => {
    await expect(rowsOf(content)).rejects.toThrow('The first line must name the columns to, reason, at, and no other.')
  })

  it('yields what comes before a quote that is never closed, and then says where, without quoting it', async () => {
    const file = join(folder, 'open.csv')
    writeFileSync(file, `to,reason,at\na,x,mon\nb,"+14155550123,tue\n${'c,z,wed\n'.repeat(20_000)}`)
    const rows: unknown[] = []
    const read = async () => {
      for await (const row of readRows(file, columns)) rows.push(row)
    }
    await expect(read()).rejects.toThrow(/^Line \d+: a quote is opened and not closed\. Nothing from there on was read\.$/)
    expect(rows).toEqual([{ line: 2, values: { to: 'a', reason: 'x', at: 'mon' } }])
  })

  it('is refused in a sentence where there is none', async () => {
    await expect(Array.fromAsync(readRows(join(folder, 'none.csv'), columns))).rejects.toThrow(
      /^The file .*none\.csv cannot be read\.$/,
    )
  })
})
