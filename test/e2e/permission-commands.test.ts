import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestsTo } from './heliograph.ts'
import { permissionWorld } from './permission-world.ts'
import { commandLine } from './run-command-line.ts'

const aRequest = requestsTo(862)
const aPhone = () => aRequest().to
const me = 'arn:aws:iam::000000000000:root'
const folder = mkdtempSync(join(tmpdir(), 'heliograph-permissions-'))

const aFile = (...lines: string[]) => {
  const file = join(folder, `${lines.length}.csv`)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

let world: Awaited<ReturnType<typeof permissionWorld>>
beforeAll(async () => {
  world = await permissionWorld()
})
afterAll(() => world.stop())

/** EventBridge dates events by whole seconds, and of two in one the one that stops texts counts. */
const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1_100))

describe('heliograph suppress', () => {
  it('adds and lifts in the name of whoever gives the command, and ends when it holds', async () => {
    const to = aPhone()
    const added = await commandLine('suppress', 'add', '--to', to, '--reason', 'complaint')
    expect(added).toMatchObject({ err: '', code: 0 })
    expect(added.out).toMatch(
      /^all +suppressed +.* by 000000000000\/heliograph\.command: complaint \(arn:aws:iam::000000000000:root\)\n$/,
    )
    expect((await world.known(to)).suppressions.all).toMatchObject({ state: 'suppressed', by: me })
    await nextSecond()
    const lifted = await commandLine('suppress', 'lift', '--to', to, '--reason', 'asked by phone', '--json')
    expect(lifted.code).toBe(0)
    expect(JSON.parse(lifted.out)).toMatchObject({ all: { state: 'restored', reason: 'asked by phone', by: me } })
    const { out } = await commandLine('suppress', 'list', '--to', to)
    expect(out).toMatch(/^all +restored[^\n]*\n\nhistory:\n {2}all +suppressed[^\n]*complaint[^\n]*\n {2}all +restored[^\n]*\n$/)
    for (const said of [added.out, lifted.out, out]) expect(said).not.toContain(to.slice(2))
  })

  it('lists and exports who is suppressed by the hash of the number', async () => {
    const to = aPhone()
    await commandLine('suppress', 'add', '--to', to, '--scope', 'marketing', '--reason', 'no thanks, really')
    const hash = world.hashOf(to)
    const [listed, exported, json] = await Promise.all([
      commandLine('suppress', 'list'),
      commandLine('suppress', 'export'),
      commandLine('suppress', 'list', '--json'),
    ])
    expect(listed.out).toContain(`${hash}  marketing  `)
    const [header, ...rows] = exported.out.trim().split('\n')
    expect(header).toBe('recipientHash,scope,at,source,reason,by')
    expect(rows.find((row) => row.startsWith(hash))).toMatch(
      /,marketing,.*,000000000000\/heliograph\.command,"no thanks, really",arn:/,
    )
    const found = json.out.split('\n').find((line) => line.includes(hash)) ?? ''
    expect(JSON.parse(found)).toMatchObject({ recipientHash: hash, scope: 'marketing', by: me })
  })

  it('imports what is right of a file and names what is wrong by its line; the same file again changes nothing', async () => {
    const [one, other] = [aPhone(), aPhone()]
    const file = aFile(
      'to,scope,reason,at',
      `${one},all,imported,2024-03-01T10:00:00Z`,
      `${other.slice(1)},some,imported,2024-03-01T10:00:00Z`,
      `${other},marketing,imported,`,
      `${other},marketing,imported,2024-03-01T10:00:00Z`,
    )
    const first = await commandLine('suppress', 'import', file)
    expect(first).toEqual({
      out: '2 rows put, 2 refused. Mend it and run the command again: a row that was put before says nothing new.\n',
      err: 'line 3: to must be a number as E.164 writes it; scope must be one of all, marketing\nline 4: at is missing\n',
      code: 1,
    })
    const { suppressions } = await world.until(one, (recipient) => recipient.suppressions.all !== undefined)
    expect(suppressions.all).toMatchObject({ at: '2024-03-01T10:00:00.000Z', by: me })
    await world.until(other, (recipient) => recipient.suppressions.marketing !== undefined)
    const before = await commandLine('suppress', 'list', '--to', one, '--json')
    const again = await commandLine('suppress', 'import', file, '--json')
    expect(JSON.parse(again.out)).toMatchObject({ put: 2, refused: [{ line: 3 }, { line: 4, problems: ['at is missing'] }] })
    await nextSecond()
    expect(await commandLine('suppress', 'list', '--to', one, '--json')).toEqual(before)
  })

  it.each([
    [['add', '--to', '4155550123', '--reason', 'x'], 'The number is written in E.164, e.g. --to +14155550123.\n'],
    [['add', '--to', '+14155550123', '--scope', 'some', '--reason', 'x'], 'scope must be one of all, marketing.\n'],
    [['lift', '--to', '+14155550123', '--reason', '415-555-0123'], 'reason must not hold the number.\n'],
    [['import', '/nowhere/list.csv'], 'The file /nowhere/list.csv cannot be read.\n'],
  ])('says in a sentence what is wrong: %j', async (args, err) => {
    expect(await commandLine('suppress', ...args)).toEqual({ out: '', err, code: 1 })
  })
})

describe('heliograph consent', () => {
  it('imports consents and shows one, with how it came about', async () => {
    const to = aPhone()
    const file = aFile('to,source,at,wording', `${to},till,2026-03-01T10:00:00Z,2026-03`)
    expect(await commandLine('consent', 'show', '--to', to)).toMatchObject({
      out: 'No consent is recorded: no marketing is sent.\n',
    })
    expect(await commandLine('consent', 'import', file)).toMatchObject({ out: '1 rows put, 0 refused.\n', code: 0 })
    await world.until(to, (recipient) => recipient.consent !== undefined)
    const { out } = await commandLine('consent', 'show', '--to', to, '--json')
    expect(JSON.parse(out)).toMatchObject({ consent: { source: 'till', wording: '2026-03', by: me }, history: [{}] })
  })
})
