import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { erasePerson } from '../../functions/record/erase-person.ts'
import { listReveals } from '../../functions/record/reveals.ts'
import { delivered, heliograph, requestsTo, unmistakable } from './heliograph.ts'
import { commandLine } from './run-command-line.ts'

const aRequest = requestsTo(404)
const me = 'arn:aws:iam::000000000000:root'
const lost = { receipts: [], arrives: false }

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

const sent = (request: ReturnType<typeof aRequest>) => delivered(world, request)

describe('heliograph show', () => {
  it('tells a code that fell back: each decision, attempt and receipt in order, and nothing personal', async () => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, lost)
    await sent(request)
    const { out, err, code } = await commandLine('show', request.notificationId)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    const told = out.trim().split('\n')
    expect(told[0]).toBe(`${request.notificationId}: delivered`)
    const order = [
      'requested',
      'Validate: send attempt 1 by twilio',
      '#1  for twilio',
      'silent',
      'Fall back: send attempt 2 by sns',
      '#2  for sns',
      'sns says delivered',
      'ended',
    ]
    const places = order.map((words) => told.findIndex((line) => line.includes(words)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    for (const personal of [request.to.slice(1), unmistakable.code]) expect(out).not.toContain(personal)
  })

  it('reveals number and text only when asked, and keeps who looked before it shows anything', async () => {
    const request = await sent(aRequest())
    const hidden = await commandLine('show', request.notificationId, '--json')
    expect(hidden.out).not.toContain(request.to)
    expect(hidden.out).not.toMatch(/token|fingerprint|Hash/)
    expect(await Array.fromAsync(listReveals(world.table, request.notificationId))).toEqual([])

    const revealed = await commandLine('show', request.notificationId, '--reveal', '--json')
    expect(JSON.parse(revealed.out)).toMatchObject({ outcome: 'delivered', person: { to: request.to } })
    expect(await Array.fromAsync(listReveals(world.table, request.notificationId))).toEqual([{ at: expect.any(String), by: me }])
    expect((await commandLine('show', request.notificationId)).out).toMatch(/ revealed +number, parameters and text to arn:/)
  })

  it('shows all else where number and text are erased, and tells of nobody as one who saw them', async () => {
    const request = await sent(aRequest())
    await erasePerson(world.table)(request.notificationId)
    const { out, err, code } = await commandLine('show', request.notificationId, '--reveal')
    expect({ out, err, code }).toEqual({ out: expect.stringMatching(/^recipient +erased$/m), err: '', code: 0 })
    expect(out).not.toContain('revealed')
  })

  it('says in a sentence that there is none, or that it was called off before it was asked for', async () => {
    const { notificationId } = aRequest()
    expect(await commandLine('show', notificationId)).toMatchObject({
      out: '',
      code: 1,
      err: expect.stringContaining('There is no notification'),
    })
    await commandLine('cancel', notificationId)
    expect(await commandLine('show', notificationId)).toMatchObject({ code: 1, err: expect.stringContaining('called off') })
  })
})
