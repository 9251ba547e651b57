import { randomUUID } from 'node:crypto'
import axe from 'axe-core'
import { type BrowserContextOptions, chromium } from 'playwright-core'
import { inject } from 'vitest'
import * as z from 'zod'
import type { Target } from '../../commands/target.ts'
import { startBoard } from '../../local/board/board.ts'
import { reachOf } from '../../local/board/reach.ts'
import { chromiumSettings } from '../../local/find-chromium.ts'
import { watchStatusEvents } from '../../local/status-feed.ts'

const patienceMs = 45_000

const Found = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })

/** The board of the deployed world, as `npm start` has it, and a real browser to look at it. */
export const boardInBrowser = async (executablePath: string | undefined) => {
  const { emulatorUrl, networkUrl, outputs } = inject('deployed')
  const client = { endpoint: emulatorUrl, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
  const target: Target = { client, outputs }
  const reach = reachOf(target, networkUrl)
  const board = await startBoard({ port: 0, reach })
  const watching = new AbortController()
  await watchStatusEvents(target, `test-${randomUUID()}`, watching.signal, board.tell)
  const browser = await chromium.launch(chromiumSettings(executablePath))
  /** What the browser held against a page, e.g. that its policy forbids something; but no refusal, which some tests ask for. */
  const complaints: string[] = []

  return {
    url: board.url,
    network: reach.network,
    complaints,
    /** A page with nothing in its memory. */
    open: async (options: BrowserContextOptions = {}) => {
      const page = await (await browser.newContext(options)).newPage()
      page.setDefaultTimeout(patienceMs)
      page.on('pageerror', ({ message }) => complaints.push(message))
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
      })
      return page
    },
    stop: async () => {
      watching.abort()
      await browser.close()
      await board.stop()
    },
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof boardInBrowser>>['open']>>

/** What axe finds wrong with a page for people who cannot see or use a mouse: each rule, and what breaks it. */
export const violationsOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  const { violations } = Found.parse(await page.evaluate('axe.run()'))
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
