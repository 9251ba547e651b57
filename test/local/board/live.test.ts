import type { IncomingMessage } from 'node:http'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createLive } from '../../../local/board/server/live.ts'
import { openDoor } from '../../../local/carrier-network/door.ts'
import { aBoard } from './a-board.ts'

/** What a page that watches was told so far. */
const watched = (response: IncomingMessage) => {
  let told = ''
  response.setEncoding('utf8').on('data', (words) => {
    told += words
  })
  return { times: () => told.match(/^event: changed$/gm)?.length ?? 0, told: () => told }
}

const anEvent = (notificationId: string) => ({
  detailType: 'Notification Sent' as const,
  detail: { eventId: `${notificationId}/Sent/1`, notificationId, kind: 'order' as const },
})

it('tells every page that watches when the bus tells something, and never what', async () => {
  const { ask, tell } = await aBoard()
  const pages = [watched(await ask('/live')), watched(await ask('/live'))]
  await vi.waitFor(() => expect(pages.map(({ times }) => times())).toEqual([1, 1]))
  tell(anEvent('shop-1'))
  await vi.waitFor(() => expect(pages.every(({ times }) => times() >= 2)).toBe(true))
  expect(pages.map(({ told }) => told()).join()).not.toContain('shop-1')
})

it('tells of many events at once', async () => {
  const { ask, tell } = await aBoard()
  const page = watched(await ask('/live'))
  await vi.waitFor(() => expect(page.times()).toBe(1))
  for (let index = 0; index < 200; index += 1) tell(anEvent(`shop-${index}`))
  await vi.waitFor(() => expect(page.times()).toBeGreaterThan(1))
  expect(page.times()).toBeLessThan(10)
})

it('tells of what the network does that no event tells', async () => {
  const { ask, network } = await aBoard()
  const page = watched(await ask('/live'))
  await vi.waitFor(() => expect(page.times()).toBe(2), 5_000) // the second is its first look at the network
  await network.publish()
  await vi.waitFor(() => expect(page.times()).toBeGreaterThan(2), 5_000)
})

it('knows that nobody watches once the last page has left', async () => {
  const live = createLive()
  const door = await openDoor((_request, response) => live.watch(response), 0, 'a test')
  onTestFinished(door.shut)
  const leaving = new AbortController()
  await fetch(door.url, { signal: leaving.signal })
  expect(live.isWatched()).toBe(true)
  leaving.abort()
  await vi.waitFor(() => expect(live.isWatched()).toBe(false))
})

it('ends with whoever watches', async () => {
  const { ask, stop } = await aBoard()
  const response = await ask('/live')
  const ended = new Promise((resolve) => response.resume().on('close', resolve))
  await stop()
  await ended
})
