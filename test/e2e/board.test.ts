import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDoor } from '../../local/carrier-network/door.ts'
import { findChromium } from '../../local/find-chromium.ts'
import { boardInBrowser, violationsOf } from './board-in-browser.ts'
import { remember } from './heliograph.ts'

const chromium = findChromium()
const title = 'the board in a real browser'

describe.skipIf(chromium === undefined)(chromium ? title : `${title} (skipped: there is none on the PATH)`, () => {
  let world: Awaited<ReturnType<typeof boardInBrowser>>
  beforeAll(async () => {
    world = await boardInBrowser(chromium)
  })
  afterAll(() => world?.stop())

  let phones = 100
  const aNumber = () => `+1650555${String(phones++).padStart(4, '0')}`
  /** Fills in the form as somebody does, and looks at the preview before it goes. */
  const send = async (page: Awaited<ReturnType<typeof world.open>>, orderNo: string, number = aNumber()) => {
    remember(number, orderNo)
    await page.getByLabel('Template').selectOption('order-shipped')
    await page.getByLabel('orderNo').fill(orderNo)
    await page.getByLabel('To', { exact: true }).fill(number)
    await page.locator('#preview').getByText(`your order ${orderNo} is on its way`).waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('Requested. It is opened among the notifications.').waitFor()
    return number
  }
  const outageOfSns = { name: 'Outage of sns' }
  const isDown = async (carrier: string) => (await world.network.carriers()).find((one) => one.carrier === carrier)?.script.down

  it('sends one, and shows it under way, on the phone, and delivered', async () => {
    const page = await world.open()
    await page.goto(world.url)
    const number = aNumber()
    await world.network.scriptCarrierPhone('sns', number, { receipts: [{ status: 'delivered', afterMs: 6_000 }] })
    await send(page, 'Zaunkoenig-81', number)
    const opened = page.locator('#opened')
    await opened.locator('.now', { hasText: 'Send and await receipt' }).waitFor()
    const phone = page.getByRole('article', { name: `Phone ${number}` })
    await phone.getByText('your order Zaunkoenig-81').waitFor()
    await opened.locator('.timeline .ended', { hasText: 'delivered' }).waitFor()
    await opened.locator('.now', { hasText: 'Delivered' }).waitFor()
    await page.locator('#list [aria-current] .badge', { hasText: 'delivered' }).waitFor()
    expect((await world.network.textsOn(number)).map(({ carrier }) => carrier)).toEqual(['sns'])
  })

  it('shows how a text falls back while the first carrier is out, until it is switched on again', async () => {
    const page = await world.open()
    await page.goto(world.url)
    await page.getByRole('switch', outageOfSns).click()
    await page.getByRole('switch', { ...outageOfSns, checked: true }).waitFor()
    onTestFinished(() => world.network.resetCarrier('sns'))
    const number = await send(page, 'Zaunkoenig-82')
    const timeline = page.locator('#opened .timeline')
    await timeline.getByText('sns did not take it: route, unreachable').waitFor()
    await timeline.getByText('Fall back: send attempt 2 by twilio').waitFor()
    await timeline.locator('.ended', { hasText: 'delivered' }).waitFor()
    await page.locator('#opened .passed', { hasText: 'Fall back' }).waitFor()
    await page
      .getByRole('article', { name: `Phone ${number}` })
      .getByText('by twilio')
      .waitFor()
    await page.getByRole('switch', outageOfSns).click()
    await page.getByRole('switch', { ...outageOfSns, checked: false }).waitFor()
    expect(await isDown('sns')).toBe(false)
  })

  it('filters, and opens by the keyboard what it lists', async () => {
    const page = await world.open()
    await page.goto(world.url)
    const number = await send(page, 'Zaunkoenig-83')
    await page.getByLabel('Kind').selectOption('payment')
    await page.getByText('Nothing to show').waitFor()
    await page.getByLabel('Kind').selectOption('order')
    await page.getByRole('searchbox', { name: 'Number' }).fill(number)
    await page.keyboard.press('Enter')
    await vi.waitFor(async () => expect(await page.locator('#list li').count()).toBe(1))
    await page.locator('#list a').press('Enter')
    await page.locator('#opened h3:focus').waitFor()
  })

  it('turns a dial by the keyboard, and keeps it in hand while the page goes on', async () => {
    const page = await world.open()
    await page.goto(world.url)
    onTestFinished(() => world.network.resetCarrier('twilio'))
    const dial = page.getByLabel('Latency').last()
    for (const _ of [1, 2, 3]) await dial.press('ArrowRight')
    await page.getByText('The dials are set.').waitFor()
    await vi.waitFor(async () => {
      const twilio = (await world.network.carriers()).find(({ carrier }) => carrier === 'twilio')
      expect(twilio?.script.call.afterMs).toBe(300)
    })
    await page.locator('#twilio-latencyMs:focus').waitFor()
    await page.getByRole('button', { name: 'Reset twilio' }).click()
    await vi.waitFor(async () => expect(await dial.inputValue()).toBe('0'))
  })

  it('refuses the form of another page', async () => {
    const forged = `<form method="post" action="${world.url}/carriers/sns/outage"><button name="down" value="yes">Win</button></form>`
    const other = await openDoor(
      (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(forged),
      0,
      'another page',
    )
    onTestFinished(other.shut)
    const page = await world.open()
    await page.goto(other.url)
    const answer = page.waitForResponse(`${world.url}/carriers/sns/outage`)
    await page.getByRole('button').click()
    expect((await answer).status()).toBe(403)
    expect(await isDown('sns')).toBeFalsy()
  })

  it('works without its script', async () => {
    const page = await world.open({ javaScriptEnabled: false })
    await page.goto(`${world.url}/?template=order-shipped`)
    await page.getByLabel('orderNo').fill('Zaunkoenig-84')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.locator('#preview').getByText('your order Zaunkoenig-84 is on its way').waitFor()
    expect(page.url()).not.toContain('Zaunkoenig')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('Requested. It is opened among the notifications.').waitFor()
    await page.locator('#opened h3', { hasText: 'board-' }).waitFor()
    expect(page.url()).not.toContain('Zaunkoenig')
  })

  it.each(['light', 'dark'] as const)(
    'can be used by everybody, in %s colours, on a desk and on a phone',
    async (colorScheme) => {
      const page = await world.open({ colorScheme })
      await page.goto(world.url)
      await send(page, `Zaunkoenig-${colorScheme}`)
      await page.locator('#opened .timeline .ended').waitFor()
      for (const width of [1440, 900, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await violationsOf(page)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      }
    },
  )

  it('never does what its own policy forbids', () => {
    expect(world.complaints).toEqual([])
  })
})
