import type { Mutant } from '../mutant.ts'

const rooms = 'local/board'
const tests = 'test/local/board'

/** The board lets nobody in but its own page, and shows what is so. */
export const board: readonly Mutant[] = [
  {
    name: 'the board answers under any name that leads to this machine',
    file: `${rooms}/server/refusal-of.ts`,
    find: "if (!own.includes(headers.host ?? ''))",
    replace: 'if (headers.host === undefined)',
    caughtBy: {
      file: `${tests}/guards.test.ts`,
      test: 'the board refuses, and changes nothing for, > another name that leads to this machine',
    },
    breaks: 'board',
  },
  {
    name: 'the board takes forms of other pages',
    file: `${rooms}/server/refusal-of.ts`,
    find: 'if (headers.origin !== ',
    replace: 'if (headers.origin === undefined && headers.origin !== ',
    caughtBy: { file: `${tests}/guards.test.ts`, test: 'the board refuses, and changes nothing for, > a form of another page' },
    breaks: 'board',
  },
  {
    name: 'the board takes posts that name no origin',
    file: `${rooms}/server/refusal-of.ts`,
    find: 'if (headers.origin !== ',
    replace: 'if (headers.origin && headers.origin !== ',
    caughtBy: {
      file: `${tests}/guards.test.ts`,
      test: 'the board refuses, and changes nothing for, > a post without an origin, which no browser sends',
    },
    breaks: 'board',
  },
  {
    name: 'the board shows itself to the scripts of other pages',
    file: `${rooms}/server/refusal-of.ts`,
    find: 'if (isOfOtherSite && !isNavigation)',
    replace: "if (isOfOtherSite && !isNavigation && method === 'POST')",
    caughtBy: {
      file: `${tests}/guards.test.ts`,
      test: 'the board refuses, and changes nothing for, > a script or a frame of another page that reads it',
    },
    breaks: 'board',
  },
  {
    name: 'the board reads a form that came as text',
    file: `${rooms}/server/refusal-of.ts`,
    find: 'type.trim().toLowerCase() === form ?',
    replace: "type !== '' ?",
    caughtBy: {
      file: `${tests}/guards.test.ts`,
      test: 'the board refuses, and changes nothing for, > what a form of any page could send as text',
    },
    breaks: 'board',
  },
  {
    name: 'a link switches an outage',
    file: `${rooms}/routes.ts`,
    find: "  'GET /moving': showMoving,",
    replace: "  'GET /moving': showMoving,\n  'GET /carriers/:carrier/outage': switchOutage,",
    caughtBy: {
      file: `${tests}/guards.test.ts`,
      test: 'the board refuses, and changes nothing for, > a GET of /carriers/sns/outage',
    },
    breaks: 'board',
  },
  {
    name: 'another page can frame the board',
    file: `${rooms}/server/security-headers.ts`,
    find: '  "frame-ancestors \'none\'",\n',
    replace: '',
    caughtBy: { file: `${tests}/guards.test.ts`, test: 'sends its policy with /' },
    breaks: 'board',
  },
  {
    name: 'words end an attribute of the page',
    file: `${rooms}/server/html.ts`,
    find: '/[&<>"\']/g',
    replace: '/[&<>]/g',
    caughtBy: { file: `${tests}/html.test.ts`, test: 'escapes whatever is shown, in words and in attributes' },
    breaks: 'board',
  },
  {
    name: 'a carrier that comes back has forgotten its dials',
    file: `${rooms}/routes.ts`,
    find: '{ ...(await scriptNow(board, carrier)), down }',
    replace: '{ down }',
    caughtBy: {
      file: `${tests}/carriers.test.ts`,
      test: 'the outage switch > shuts the carrier’s port and opens it again, and the dials stay as they were',
    },
    breaks: 'board',
  },
  {
    name: 'a dial ends an outage',
    file: `${rooms}/routes.ts`,
    find: '{ ...scriptOf(carrier, dials.data), down }',
    replace: 'scriptOf(carrier, dials.data)',
    caughtBy: { file: `${tests}/carriers.test.ts`, test: 'the outage switch > stays on while the dials are set' },
    breaks: 'board',
  },
  {
    name: 'a phone shows a text that was lost',
    file: `${rooms}/phones/phones-of.ts`,
    find: 'messages.filter((message) => message.arrived)',
    replace: 'messages.slice()',
    caughtBy: { file: `${tests}/phones.test.ts`, test: 'shows nothing that a carrier accepted and lost' },
    breaks: 'board',
  },
  {
    name: 'an event that comes late takes an outcome away',
    file: `${rooms}/notifications/book.ts`,
    find: '(before?.outcome === undefined || ',
    replace: "(before?.outcome !== 'cancelled' || ",
    caughtBy: {
      file: `${tests}/notifications.test.ts`,
      test: 'keeps an outcome when an earlier event comes after it, and raises it when it is delivered late',
    },
    breaks: 'board',
  },
  {
    name: 'the diagram leaves out a way of the workflow',
    file: `${rooms}/notifications/diagram.ts`,
    find: "  { from: 'Close', to: 'Fault', line: 'M120 274H160', unexpected: true },\n",
    replace: '',
    caughtBy: { file: `${tests}/diagram.test.ts`, test: 'the diagram > has every way between them, and no other' },
    breaks: 'board',
  },
  {
    name: 'an unknown outcome that comes late hides a delivery',
    file: `${rooms}/notifications/book.ts`,
    find: "detailType === 'Notification Delivered')",
    replace: "outcomeIn(detailType.slice('Notification '.length).toLowerCase()) !== undefined)",
    caughtBy: {
      file: `${tests}/notifications.test.ts`,
      test: 'says the same of a notification in whatever order its events come, however often, and whatever was said late',
    },
    breaks: 'board',
  },
  {
    name: 'the board leaves out why it was decided so',
    file: `${rooms}/notifications/show-opened.ts`,
    find: 'timeline(notification, around, now)',
    replace: 'timeline(notification, { ...around, execution: undefined }, now)',
    caughtBy: {
      file: `${tests}/notifications.test.ts`,
      test: 'tells of one that is opened what happened, and each decision with its reason, as `heliograph show` does',
    },
    breaks: 'board',
  },
  {
    name: 'a number that was sent to stays in the address',
    file: `${rooms}/routes.ts`,
    find: 'return afterwards(draft, { said: word',
    replace: 'return afterwards(draft, { to: draft.to, said: word',
    caughtBy: {
      file: `${tests}/sending.test.ts`,
      test: 'a text is sent > and neither its number nor a parameter stands in the address to which the browser is sent',
    },
    breaks: 'board',
  },
  {
    name: 'a burst goes to one number',
    file: `${rooms}/sending/requests-of.ts`,
    find: 'String(100 + index)',
    replace: 'String(100)',
    caughtBy: {
      file: `${tests}/sending.test.ts`,
      test: 'a burst > goes to as many fictional numbers, each a notification of its own',
    },
    breaks: 'board',
  },
  {
    name: 'a delivery that overtook its acceptance is not counted',
    file: `${rooms}/carriers/figures.ts`,
    find: 'isDelivered: isDelivered || (before?.isDelivered ?? false)',
    replace: 'isDelivered',
    caughtBy: {
      file: `${tests}/carriers.test.ts`,
      test: 'the figures of a carrier > are the same in whatever order events come, and however often',
    },
    breaks: 'board',
  },
  {
    name: 'a page that left is told for ever',
    file: `${rooms}/server/live.ts`,
    find: "      response.on('close', () => watchers.delete(response))\n",
    replace: '',
    caughtBy: { file: `${tests}/live.test.ts`, test: 'knows that nobody watches once the last page has left' },
    breaks: 'board',
  },
]
