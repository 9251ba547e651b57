import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carrierNames } from '../../../functions/notification/carrier-name.ts'
import type { Drain } from '../../../functions/steering/drain.ts'
import { answers, type Dials, dialsOf, receipts, scriptOf } from '../../../local/board/carriers/dials.ts'
import { createTally } from '../../../local/board/carriers/figures.ts'
import { FullScript } from '../../../local/carrier-network/script.ts'
import { aDrain } from '../../builders/a-drain.ts'
import { afterNoon, noon } from '../../builders/noon.ts'
import { aBoard } from './a-board.ts'

const usual = { answer: 'accept', latencyMs: '0', receipt: 'delivered', receiptMs: '300', times: '1' }

/** What the network does with one text by SNS. */
const scriptOfSns = (carriers: readonly { carrier: string; script: FullScript }[]) =>
  carriers.find(({ carrier }) => carrier === 'sns')?.script

describe('the dials of a carrier', () => {
  it('make its network do what they say', async () => {
    const { post, network } = await aBoard()
    expect(await post('/carriers/sns', { ...usual, receipt: 'silence', loses: 'on' })).toMatchObject({ location: '/?said=set' })
    await network.publish()
    expect(await network.messages()).toMatchObject([{ arrived: false, receipts: [] }])
    await post('/carriers/sns', { ...usual, answer: 'throttle' })
    expect(await network.publish()).toMatchObject({ error: 'Throttling' })
  })

  it('are taken by every carrier in every position', async () => {
    const { post } = await aBoard()
    for (const carrier of carrierNames)
      for (const answer of answers)
        for (const receipt of receipts)
          expect(await post(`/carriers/${carrier}`, { ...usual, answer, receipt })).toMatchObject({ status: 303 })
  })

  it('show what is scripted', async () => {
    const { read, network } = await aBoard()
    await network.scriptCarrier('twilio', { call: { fate: 'hang', afterMs: 1234 }, receipts: [] })
    const page = await read('/')
    expect(page).toMatch(/id="twilio-latencyMs"[^>]*value="1234"/)
    expect(page).toMatch(/id="twilio-answer".*?<option value="hang" selected>/s)
    expect(page).toMatch(/id="twilio-receipt".*?<option value="silence" selected>/s)
  })

  it('say of a script what made it, for whatever they are set to', () => {
    const dials = fc.record({
      answer: fc.constantFrom(...answers),
      latencyMs: fc.nat(60_000),
      receipt: fc.constantFrom(...receipts),
      receiptMs: fc.nat(60_000),
      times: fc.integer({ min: 1, max: 5 }),
      loses: fc.constantFrom('on' as const, undefined),
    })
    const isSilent = ({ receipt }: Dials) => receipt === 'silence'
    fc.assert(
      fc.property(dials, fc.constantFrom(...carrierNames), (set, carrier) => {
        const shown = dialsOf(FullScript.parse(scriptOf(carrier, set)))
        expect(shown).toEqual(isSilent(set) ? { ...set, receiptMs: 0, times: 1 } : set)
      }),
    )
  })

  it('refuse, and leave the carrier as it was, what they cannot be set to', async () => {
    const { post, network } = await aBoard()
    for (const wrong of [{ answer: 'explode' }, { latencyMs: '-1' }, { times: '99' }, { receiptMs: 'soon' }])
      expect(await post('/carriers/sns', { ...usual, ...wrong })).toMatchObject({
        status: 422,
        said: expect.stringContaining('These dials cannot be set so.'),
      })
    expect(await network.scripts()).toEqual([])
    expect(await post('/carriers/nobody', usual)).toMatchObject({ status: 404 })
  })
})

describe('the outage switch', () => {
  it('shuts the carrier’s port and opens it again, and the dials stay as they were', async () => {
    const { post, read, network } = await aBoard()
    await post('/carriers/sns', { ...usual, receipt: 'silence' })
    await post('/carriers/sns/outage', { down: 'yes' })
    expect(await network.publish()).toMatchObject({ error: 'Error' })
    expect(await read('/')).toMatch(/id="sns-outage" role="switch" aria-checked="true"/)
    await post('/carriers/sns/outage', { down: 'no' })
    expect(await network.publish()).toHaveProperty('messageId')
    expect(scriptOfSns(await network.carriers())).toMatchObject({ receipts: [], down: false })
  })

  it('stays on while the dials are set', async () => {
    const { post, network } = await aBoard()
    await post('/carriers/sns/outage', { down: 'yes' })
    await post('/carriers/sns', { ...usual, latencyMs: '5' })
    expect(scriptOfSns(await network.carriers())).toMatchObject({ down: true, call: { afterMs: 5 } })
  })

  it('is off after a reset, and so is all else', async () => {
    const { post, network } = await aBoard()
    await post('/carriers/sns', { ...usual, answer: 'hang' })
    await post('/carriers/sns/outage', { down: 'yes' })
    await post('/carriers/sns/reset')
    expect(await network.publish()).toHaveProperty('messageId')
    expect(await network.scripts()).toEqual([])
  })
})

describe('a drain', () => {
  const inForce = (overrides: Partial<Drain> = {}) => aDrain('sns', { until: '2999-01-01T00:00:00.000Z', ...overrides })

  it('stands with its carrier: until when, why, and by whom', async () => {
    const { read } = await aBoard({ drains: [inForce({ country: 'DE' })] })
    const [page, moving] = [await read('/'), await read('/moving')]
    for (const shown of [page, moving]) {
      expect(shown).toMatch(/id="drains-sns" data-live><p class="note">drained in DE until 2999-[^<]*Codes come late\.[^<]*ada/)
      expect(shown).toContain('id="drains-twilio" data-live></div>')
    }
  })

  it('is not shown once it is over', async () => {
    const { read } = await aBoard({ drains: [inForce({ until: '2026-01-01T00:00:00.000Z' })] })
    expect(await read('/')).toContain('id="drains-sns" data-live></div>')
  })
})

describe('the figures of a carrier', () => {
  const sent = (id: string, attempt = 1, carrier: 'sns' | 'twilio' = 'sns') => ({
    detailType: 'Notification Sent' as const,
    detail: { eventId: `${id}/Sent/${attempt}`, notificationId: id, attempt, carrier },
  })
  const delivered = (id: string, secondsToDeliver: number, attempt = 1, carrier: 'sns' | 'twilio' = 'sns') => ({
    detailType: 'Notification Delivered' as const,
    detail: { eventId: `${id}/Delivered/1`, notificationId: id, attempt, carrier, secondsToDeliver },
  })

  it('count each attempt by the carrier that accepted it', () => {
    const tally = createTally()
    for (const event of [sent('a'), sent('b'), delivered('a', 1), sent('b', 2, 'twilio'), delivered('b', 14, 2, 'twilio')])
      tally.tell(event, noon)
    expect(tally.of('sns', noon)).toEqual({ accepted: 2, delivered: 1, seconds: { median: 1, p95: 1 } })
    expect(tally.of('twilio', noon)).toEqual({ accepted: 1, delivered: 1, seconds: { median: 14, p95: 14 } })
  })

  it('are the same in whatever order events come, and however often', () => {
    const events = [sent('a'), delivered('a', 1), sent('b'), delivered('c', 3), sent('c')]
    const counted = (order: typeof events) => {
      const tally = createTally()
      for (const event of order) tally.tell(event, noon)
      return tally.of('sns', noon)
    }
    const mixed = fc.shuffledSubarray([...events, ...events], { minLength: 10 })
    fc.assert(
      fc.property(mixed, (order) => {
        expect(counted(order)).toEqual(counted(events))
      }),
    )
  })

  it('tell the median and the 95th of a hundred', () => {
    const tally = createTally()
    for (let second = 1; second <= 100; second += 1) tally.tell(delivered(`n-${second}`, second), noon)
    expect(tally.of('sns', noon).seconds).toEqual({ median: 50, p95: 95 })
  })

  it('tell in which ten seconds each was accepted, the latest last', () => {
    const tally = createTally()
    tally.tell(sent('a'), noon)
    tally.tell(delivered('a', 1), afterNoon(14))
    tally.tell(sent('b'), afterNoon(14))
    const slices = tally.slicesOf('sns', afterNoon(15))
    expect(slices).toHaveLength(30)
    expect(slices.slice(-2)).toEqual([
      { accepted: 1, delivered: 1 },
      { accepted: 1, delivered: 0 },
    ])
    expect(tally.slicesOf('sns', afterNoon(300))[0]).toEqual({ accepted: 1, delivered: 1 })
  })

  it('forget what is older than five minutes', () => {
    const tally = createTally()
    tally.tell(sent('a'), noon)
    expect(tally.of('sns', afterNoon(300)).accepted).toBe(1)
    expect(tally.of('sns', afterNoon(301)).accepted).toBe(0)
  })
})
