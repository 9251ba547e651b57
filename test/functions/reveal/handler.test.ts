import { describe, expect, it } from 'vitest'
import { erasePerson } from '../../../functions/record/erase-person.ts'
import { openNotification } from '../../../functions/record/open-notification.ts'
import { readPerson } from '../../../functions/record/read-person.ts'
import { keepReveal, listReveals } from '../../../functions/record/reveals.ts'
import { createHandler, type Dependencies } from '../../../functions/reveal/handler.ts'
import { refusals } from '../../../functions/reveal/refusals.ts'
import { aCall } from '../../builders/a-call.ts'
import { operator } from '../../builders/a-drain.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { aTableInProcess } from '../../builders/a-table-in-process.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

const notificationId = 'shop-order-4711'
const look = { notificationId }

/** The function over a table of this process, in which one notification lies. */
const aRevealFunction = async (more: Partial<Dependencies> = {}) => {
  const table = aTableInProcess()
  await openNotification(table)(aNotification({ notificationId }), aPerson(), noon)
  let now = noon
  const handle = createHandler({ readPerson: readPerson(table), keepReveal: keepReveal(table), now: () => now, ...more })
  const call = async (body: unknown, by = operator, method?: string) => {
    const answer = await handle(aCall(by, body, method))
    return { status: answer.statusCode, headers: answer.headers, said: JSON.parse(answer.body) }
  }
  const at = (seconds: number) => {
    now = afterNoon(seconds)
  }
  const looks = (id = notificationId) => Array.fromAsync(listReveals(table, id))
  return { call, at, looks, erase: () => erasePerson(table)(notificationId) }
}

describe('whoever looks', () => {
  it('is shown number, parameters and text, which nothing on the way may hold', async () => {
    const { status, headers, said } = await (await aRevealFunction()).call(look)
    expect({ status, said }).toEqual({ status: 200, said: { person: aPerson() } })
    expect(headers).toMatchObject({ 'cache-control': 'no-store' })
  })

  it('is kept each time, by the name that AWS gives them and the clock of the function', async () => {
    const { call, at, looks } = await aRevealFunction()
    const other = 'arn:aws:sts::111122223333:assumed-role/Support/ben'
    await call(look)
    at(7)
    await call(look, other)
    expect(await looks()).toEqual([
      { at: atNoon(), by: operator },
      { at: atNoon(7), by: other },
    ])
  })

  it('is shown nothing where it cannot be kept that they looked', async () => {
    const keepReveal = () => Promise.reject(new Error('no answer'))
    const { call } = await aRevealFunction({ keepReveal })
    await expect(call(look)).rejects.toThrow('no answer')
  })

  it('is shown nothing before it is kept that they looked', async () => {
    const kept = Promise.withResolvers<void>()
    const { call } = await aRevealFunction({ keepReveal: () => kept.promise })
    let answered = false
    const answer = call(look).then(() => {
      answered = true
    })
    await new Promise(setImmediate)
    expect(answered).toBe(false)
    kept.resolve()
    await answer
  })
})

describe('nothing is shown, and nobody is kept as one who saw it,', () => {
  it('where all of it is erased', async () => {
    const { call, looks, erase } = await aRevealFunction()
    await erase()
    expect(await call(look)).toMatchObject({ status: 404, said: { code: 'nothing-kept' } })
    expect(await looks()).toEqual([])
  })

  it('where nobody requested it', async () => {
    const { call, looks } = await aRevealFunction()
    const { said } = await call({ notificationId: 'shop-order-4712' })
    expect(said).toEqual({ code: 'nothing-kept', problems: [refusals['nothing-kept'].sentence] })
    expect(await looks('shop-order-4712')).toEqual([])
  })

  it('to a federated user, for they chose their own name', async () => {
    const { call, looks } = await aRevealFunction()
    const federated = 'arn:aws:sts::111122223333:federated-user/ada'
    expect(await call(look, federated)).toMatchObject({ status: 403, said: { code: 'federated-user' } })
    expect(await looks()).toEqual([])
  })

  it.each([
    ['names no notification', {}, 'POST', 'invalid-call'],
    ['names another item than a notification', { notificationId: 'a#b' }, 'POST', 'invalid-call'],
    ['says who calls', { ...look, by: 'arn:aws:iam::111122223333:user/grace' }, 'POST', 'invalid-call'],
    ['is no POST', look, 'GET', 'invalid-call'],
    ['is too large', { ...look, filler: 'a'.repeat(1_000) }, 'POST', 'too-large'],
  ])('to a call that %s', async (_, body, method, code) => {
    const { call, looks } = await aRevealFunction()
    expect(await call(body, operator, method)).toMatchObject({ status: 400, said: { code } })
    expect(await looks()).toEqual([])
  })

  it('to a caller whom AWS does not name: that is a fault', async () => {
    await expect((await aRevealFunction()).call(look, '')).rejects.toThrow('userArn')
  })
})
