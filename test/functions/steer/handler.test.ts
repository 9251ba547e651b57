import { describe, expect, it } from 'vitest'
import { changeDrains } from '../../../functions/record/drains/change-drains.ts'
import { listDrainChanges } from '../../../functions/record/drains/list-drain-changes.ts'
import { readDrains } from '../../../functions/record/drains/read-drains.ts'
import { createHandler, type Dependencies } from '../../../functions/steer/handler.ts'
import { refusals } from '../../../functions/steer/refusals.ts'
import { aCall } from '../../builders/a-call.ts'
import { aDrain, aDrainChange, operator } from '../../builders/a-drain.ts'
import { aRouting } from '../../builders/a-routing.ts'
import { aTableInProcess } from '../../builders/a-table-in-process.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'

/** The steering over a table of this process. */
const aSteeringFunction = (more: Partial<Dependencies> = {}) => {
  const table = aTableInProcess()
  let now = noon
  const handle = createHandler({
    changeDrains: changeDrains(table),
    carriers: aRouting().carriers,
    allowedCountries: ['US', 'DE'],
    now: () => now,
    ...more,
  })
  const call = async (body: unknown, by = operator, method?: string) => {
    const answer = await handle(aCall(by, body, method))
    return { status: answer.statusCode, ...JSON.parse(answer.body) }
  }
  const at = (seconds: number) => {
    now = afterNoon(seconds)
  }
  return { call, at, drains: readDrains(table), changes: () => listDrainChanges(table)(10) }
}

/** A deployment without Twilio. */
const bySns: Dependencies['carriers'] = {
  verification: ['sns'],
  payment: ['sns'],
  order: ['sns'],
  logistics: ['sns'],
  membership: ['sns'],
  marketing: ['sns'],
}

const reason = 'Codes come late.'
const drain = { action: 'drain', carrier: 'twilio', reason }
const restore = { action: 'restore', carrier: 'twilio', reason: 'It is well again.' }

describe('a drain', () => {
  it('lasts for two hours unless it says otherwise, and is kept with who said it', async () => {
    const { call, drains } = aSteeringFunction()
    expect(await call(drain)).toEqual({ status: 200, carrier: 'twilio', drains: [aDrain('twilio')], withoutOther: [] })
    expect(await drains()).toEqual([aDrain('twilio')])
  })

  it('is for as long and for the country that it says', async () => {
    const { call } = aSteeringFunction()
    const drains = [aDrain('twilio', { country: 'DE', until: atNoon(60) })]
    expect(await call({ ...drain, country: 'DE', seconds: 60 })).toMatchObject({ status: 200, drains })
  })

  it('names the kinds that are left without another carrier', async () => {
    const carriers: Dependencies['carriers'] = { ...aRouting().carriers, payment: ['twilio'] }
    const { call } = aSteeringFunction({ carriers })
    expect(await call(drain)).toMatchObject({ withoutOther: ['payment'] })
    expect((await call({ ...drain, carrier: 'sns' })).withoutOther).toHaveLength(6)
  })

  it.each([
    ['seconds', 7 * 86_400 + 1],
    ['carrier', 'pigeon'],
    ['country', 'Germany'],
    ['reason', ' '],
    ['reason', 'Ada (+1 415 555 0123) gets none.'],
    ['by', operator],
  ])('is refused where %s is wrong, by name', async (field, wrong) => {
    const { call, changes } = aSteeringFunction()
    const { status, code, problems } = await call({ ...drain, [field]: wrong })
    expect({ status, code }).toEqual({ status: 400, code: 'invalid-call' })
    expect(problems.join()).toContain(field)
    expect(await changes()).toEqual([])
  })

  it.each([
    ['unknown-carrier', { carriers: bySns }, {}],
    ['unknown-country', {}, { country: 'GB' }],
  ] as const)('of what the deployment does not use is refused: %s', async (code, more, said) => {
    const { call, changes } = aSteeringFunction(more)
    expect(await call({ ...drain, ...said })).toEqual({
      status: refusals[code].status,
      code,
      problems: [refusals[code].sentence],
    })
    expect(await changes()).toEqual([])
  })
})

describe('to restore', () => {
  it('ends what was drained, and is refused once it is over', async () => {
    const { call, drains } = aSteeringFunction()
    await call(drain)
    await call({ ...drain, carrier: 'sns' })
    expect(await call(restore)).toEqual({ status: 200, carrier: 'twilio', drains: [], withoutOther: [] })
    expect(await drains()).toEqual([aDrain('sns')])
    expect(await call(restore)).toMatchObject({ status: 409, code: 'not-drained' })
  })

  it('is refused where the drain has ended by itself, and for one country of all', async () => {
    const { call, at } = aSteeringFunction()
    await call(drain)
    expect(await call({ ...restore, country: 'DE' })).toMatchObject({ status: 409, code: 'drained-everywhere' })
    at(7_200)
    expect(await call(restore)).toMatchObject({ status: 409, code: 'not-drained' })
  })
})

describe('the audit', () => {
  it('keeps every word, by whom and when, also where it ended what another said', async () => {
    const { call, at, changes } = aSteeringFunction()
    const other = 'arn:aws:iam::111122223333:user/ben'
    await call({ ...drain, country: 'DE' })
    at(1)
    await call({ ...drain, seconds: 60 }, other)
    at(2)
    await call(restore)
    const restored = { version: 3, action: 'restore', carrier: 'twilio', reason: restore.reason, by: operator } as const
    expect(await changes()).toEqual([
      { ...restored, recordedAt: atNoon(2) },
      aDrainChange({ version: 2, until: atNoon(61), by: other, recordedAt: atNoon(1) }),
      aDrainChange({ country: 'DE' }),
    ])
  })
})

describe('a call', () => {
  it('of a federated user is refused, for they chose their own name', async () => {
    const federated = 'arn:aws:sts::111122223333:federated-user/ada'
    expect(await aSteeringFunction().call(drain, federated)).toMatchObject({ status: 403, code: 'federated-user' })
  })

  it.each([
    ['is no POST', drain, 'GET', 'invalid-call'],
    ['is no JSON', 'drain twilio', 'POST', 'invalid-call'],
    ['is too large', { ...drain, reason: 'a'.repeat(10_000) }, 'POST', 'too-large'],
  ])('that %s is refused', async (_, body, method, code) => {
    expect(await aSteeringFunction().call(body, operator, method)).toMatchObject({ status: 400, code })
  })

  it('whose caller AWS does not name is a fault', async () => {
    const { call } = aSteeringFunction()
    await expect(call(drain, '')).rejects.toThrow('userArn')
  })
})
