import fc from 'fast-check'
import { expect, it } from 'vitest'
import { virtualTime } from './core/virtual-time.ts'

it('lets everything happen in the order of time, and in the order of asking where times are equal', async () => {
  const times = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(times, async (delays) => {
      const time = virtualTime(0)
      const happened: { readonly delay: number; readonly index: number }[] = []
      for (const [index, delay] of delays.entries()) time.after(delay, () => happened.push({ delay, index }))
      await time.run()
      const expected = delays.map((delay, index) => ({ delay, index })).sort((a, b) => a.delay - b.delay || a.index - b.index)
      expect(happened).toEqual(expected)
    }),
  )
})

it('passes three days in no time, and only while something is left to happen', async () => {
  const time = virtualTime(0)
  const threeDays = 3 * 86_400_000
  let slept = 0
  void time.sleep(threeDays).then(() => {
    slept = time.now()
  })
  await time.run()
  expect(slept).toBe(threeDays)
  expect(time.now()).toBe(threeDays)
})

it('lets whoever waits for no time finish first, however many promises that takes', async () => {
  const time = virtualTime(0)
  const order: string[] = []
  const finishLater = async () => {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve()
    order.push('first')
  }
  time.after(1, () => void finishLater())
  time.after(1, () => order.push('second'))
  await time.run()
  expect(order).toEqual(['first', 'second'])
})
