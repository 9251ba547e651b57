import fc from 'fast-check'
import { expect, it } from 'vitest'
import { timeline } from '../../../commands/timeline/timeline.ts'
import type { StatusDetail, StatusDetailType, StatusEvent } from '../../../functions/publish/status-event.ts'
import { createBook } from '../../../local/board/notifications/book.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aFailureReceipt } from '../../builders/a-receipt.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon, noon } from '../../builders/noon.ts'
import { aBoard } from './a-board.ts'

const anEvent = (type: string, detail: Partial<StatusDetail> = {}) => {
  const detailType = `Notification ${type}` as StatusDetailType
  const notificationId = detail.notificationId ?? 'shop-1'
  return { detailType, detail: { eventId: `${notificationId}/${type}/1`, notificationId, kind: 'order', ...detail } } as const
}

const aHold = { decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(600) } as const

/** The ids and states of the list, from the top. */
const listed = (page: string) =>
  [...page.matchAll(/<span class="id">([^<]*)<\/span> <span class="badge [^"]*">([^<]*)</g)].map(
    ([, id, state]) => `${id} ${state}`,
  )

it('lists what the bus tells, the latest first, each once, as it was told last', async () => {
  const { tell, read } = await aBoard()
  tell(anEvent('Sent'))
  tell(anEvent('Sent', { notificationId: 'shop-2' }))
  tell(anEvent('Delivered', { secondsToDeliver: 1.26 }))
  const page = await read('/')
  expect(listed(page)).toEqual(['shop-2 sent', 'shop-1 delivered'])
  expect(page).toContain('1.3 s')
})

it('keeps an outcome when an earlier event comes after it, and raises it when it is delivered late', async () => {
  const { tell, read } = await aBoard()
  tell(anEvent('Unknown', { reason: 'silent' }))
  tell(anEvent('Sent'))
  expect(listed(await read('/'))).toEqual(['shop-1 unknown'])
  tell(anEvent('Delivered'))
  expect(listed(await read('/'))).toEqual(['shop-1 delivered'])
})

it('says the same of a notification in whatever order its events come, however often, and whatever was said late', () => {
  const delivered = anEvent('Delivered', { carrier: 'twilio', attempt: 2, reason: 'receipt', secondsToDeliver: 14 })
  const unknown = anEvent('Unknown', { carrier: 'twilio', reason: 'no-receipt' })
  const late = (detailType: StatusDetailType) => ({
    detailType,
    detail: { eventId: `shop-1/${detailType}/1`, notificationId: 'shop-1', reason: 'already-ended' },
  })
  const rest = [anEvent('Sent', { carrier: 'sns', attempt: 1 }), late('Cancellation Came Late'), late('Intervention Rejected')]
  const lineOf = (events: readonly StatusEvent[]) => {
    const book = createBook()
    for (const event of events) book.tell(event)
    return book.find('shop-1')
  }
  for (const [all, outcome] of [
    [[...rest, unknown, delivered], delivered],
    [[...rest, unknown], unknown],
  ] as const) {
    const mixed = fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })
    fc.assert(
      fc.property(mixed, (order) => {
        expect(lineOf(order)).toEqual(lineOf([outcome]))
      }),
    )
  }
})

it('forgets the oldest beyond five hundred, and none before', () => {
  const book = createBook()
  for (let index = 1; index <= 500; index += 1) book.tell(anEvent('Sent', { notificationId: `shop-${index}` }))
  expect(book.all()).toHaveLength(500)
  book.tell(anEvent('Sent', { notificationId: 'shop-501' }))
  expect(book.all()).toHaveLength(500)
  expect(book.find('shop-1')).toBeUndefined()
})

it('filters by kind and by outcome, and takes no filter for what is no filter', async () => {
  const { tell, read } = await aBoard()
  tell(anEvent('Sent'))
  tell(anEvent('Expired', { notificationId: 'code-1', kind: 'verification' }))
  expect(listed(await read('/?kind=verification'))).toEqual(['code-1 expired'])
  expect(listed(await read('/?outcome=under+way'))).toEqual(['shop-1 sent'])
  expect(listed(await read('/?kind=order&outcome=expired'))).toEqual([])
  expect(listed(await read('/?kind=nonsense&outcome=&number=nobody'))).toHaveLength(2)
})

it('finds by number what the records hold of it, also what ended before the board looked', async () => {
  const ended = aNotification({ notificationId: 'before', outcome: 'expired', endedAt: atNoon(9) })
  const { tell, read } = await aBoard({ notifications: [ended], ofNumber: { '+14155550123': ['shop-1', 'before', 'gone'] } })
  tell(anEvent('Sent'))
  tell(anEvent('Sent', { notificationId: 'of-somebody-else' }))
  expect(listed(await read('/?number=%2B1+415+555-0123'))).toEqual(['shop-1 sent', 'before expired'])
})

it('opens a notification: to whom, what, its path and its timeline', async () => {
  const notification = aNotification({ attempts: [anAttempt({ armedAt: atNoon(1) })] })
  const { read } = await aBoard({
    notifications: [notification],
    person: { to: '+14155550123', text: 'Shop: order <4711> comes.' },
    around: { execution: { decisions: [], entered: ['Validate', 'What next?', 'Send and await receipt'] } },
  })
  const page = await read(`/?open=${notification.notificationId}`)
  expect(page).toContain('to +14155550123')
  expect(page).toContain('Shop: order &lt;4711&gt; comes.')
  expect(page).toMatch(/class="state now"><rect[^>]*><\/rect><text[^>]*>Send and await receipt</)
  expect(page).toMatch(/<li class="armed">.*<span class="after">\+1\.0 s<\/span>.*armed <span class="attempt">#1<\/span>/)
  expect(page).toContain('data-under-way')
})

it('tells of one that is opened what happened, and each decision with its reason, as `heliograph show` does', async () => {
  const notification = aNotification({ attempts: [anAttempt({ armedAt: atNoon(1) })] })
  const around = {
    receipts: [{ ...aFailureReceipt(), attempt: 1, receivedAt: atNoon(5) }],
    execution: {
      decisions: [
        { at: atNoon(), by: 'Validate', next: { ...aHold, reason: 'quiet-hours' } },
        { at: atNoon(6), by: 'Fall back', next: { ...aSendNext({ attempt: 2, carrier: 'twilio' }), drained: ['sns' as const] } },
      ],
      entered: [],
    },
    reveals: [{ at: atNoon(9), by: 'arn:aws:iam::111122223333:user/grace' }],
  }
  const { read } = await aBoard({ notifications: [notification], around })
  const page = await read(`/?open=${notification.notificationId}`)
  const words = [...page.matchAll(/<span class="words">([^<]*)</g)].map(([, told]) => told)
  expect(words).toEqual(timeline(notification, around, noon).map((happening) => happening.words.replaceAll("'", '&#39;')))
  expect(words).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Validate: hold until .*, quiet-hours, /),
      expect.stringMatching(/^Fall back: send attempt 2 by twilio, .*, with sns drained$/),
    ]),
  )
})

it('says of a notification without a record that there is none yet', async () => {
  const { read } = await aBoard()
  expect(await read('/?open=nobody-knows')).toContain('No record of it yet.')
})

it('opens nothing that is no id, and shows no markup of an address', async () => {
  const { read } = await aBoard()
  const page = await read(
    `/?open=${encodeURIComponent('<script>alert(1)</script>')}&number=${encodeURIComponent('"><b>')}&said=<b>`,
  )
  expect(page).toContain('Choose a notification')
  expect(page).not.toMatch(/<script>|<b>/)
})

it('keeps the filter in the links by which a notification is opened', async () => {
  const { tell, read } = await aBoard()
  tell(anEvent('Sent'))
  expect(await read('/?kind=order&said=sent')).toContain('href="/?kind=order&amp;open=shop-1"')
})
