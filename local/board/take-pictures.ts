import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { drainCarrier, restoreCarrier } from '../../commands/carriers/steer.ts'
import { chromiumSettings, findChromium } from '../find-chromium.ts'

// Pictures of the board in docs/board/, anew: `node local/board/take-pictures.ts` while `npm start` runs.

const board = 'http://127.0.0.1:4580'
const folder = join(import.meta.dirname, '../../docs/board')

const take = (page: Page, name: string, of?: string) => {
  const path = join(folder, `${name}.png`)
  return of === undefined ? page.screenshot({ path }) : page.locator(of).screenshot({ path })
}

const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click()

/** The first carrier is out: one text falls back, somebody drains it, and the next text is not handed to it at all. */
const playOutage = async (page: Page) => {
  await page.goto(`${board}/?template=order-shipped`)
  const outage = page.getByRole('switch', { name: 'Outage of sns' })
  await outage.click()
  await page.locator('#sns-outage[aria-checked="true"]').waitFor()
  await send(page)
  await page.locator('#opened .timeline .ended').waitFor()
  await take(page, 'fall-back', '#opened')
  await drainCarrier('sns', { for: '10m', reason: 'their ticket 4711' })
  await page.locator('#drains-sns .note').waitFor()
  await send(page)
  await page.locator('#opened .timeline', { hasText: 'with sns drained' }).locator('.ended').waitFor()
  await take(page, 'board')
  await take(page, 'send', '.send')
  await take(page, 'carriers', '.carriers')
  await restoreCarrier('sns', { reason: 'they say it is over' })
  await outage.click()
  await page.locator('#sns-outage[aria-checked="false"]').waitFor()
}

/** A text is sent while the first carrier is silent. */
const playSilence = async (page: Page) => {
  await page.goto(`${board}/?template=parcel-arriving`)
  await page.locator('#sns-receipt').selectOption('silence')
  await page.getByText('The dials are set.').waitFor()
  await send(page)
  await page.locator('#opened .now', { hasText: 'Send and await receipt' }).waitFor()
  await take(page, 'board-dark')
  await page.getByRole('button', { name: 'Reset sns' }).click()
  await page.getByText('The carrier behaves as it usually does.').waitFor()
}

const desk = { viewport: { width: 1320, height: 1110 }, deviceScaleFactor: 0.62 } // so that a picture is small

const takeAll = async (browser: Browser) => {
  const open = async (options: BrowserContextOptions) => (await browser.newContext(options)).newPage()
  await mkdir(folder, { recursive: true })
  await playOutage(await open(desk))
  await playSilence(await open({ ...desk, colorScheme: 'dark' }))
  const hand = await open({ viewport: { width: 390, height: 780 } })
  await hand.goto(board)
  await hand.locator('#list a').first().click()
  await hand.locator('#opened h3:focus').waitFor()
  await hand.locator('#phones-title').evaluate((title) => title.scrollIntoView())
  await take(hand, 'phone')
}

try {
  const browser = await chromium.launch(chromiumSettings(findChromium()))
  await takeAll(browser).finally(() => browser.close())
} catch (error) {
  const [why] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
  console.error(`Not all pictures were taken: ${why}. Does npm start run, and is there a Chromium on the PATH?`)
  process.exitCode = 1
}
