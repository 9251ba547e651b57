import { showCarrier } from './carriers/show-carrier.ts'
import { type Moving, movingParts, type Sources } from './moving.ts'
import { Filter } from './notifications/filter.ts'
import { showFilter } from './notifications/show-list.ts'
import { draftOf } from './sending/draft.ts'
import { showSending } from './sending/show-sending.ts'
import { type Html, html } from './server/html.ts'

const showBody = (
  sending: Html,
  { phones, list, opened, carriers }: Moving,
  { tally, now }: Sources,
  query: URLSearchParams,
) => html`
  <main>
    <section class="send" aria-labelledby="send-title"><h2 id="send-title">Send</h2>${sending}</section>
    <section class="phones" aria-labelledby="phones-title">
      <h2 id="phones-title">Phones</h2>
      <div class="shelf" role="group" aria-labelledby="phones-title" tabindex="0">${phones}</div>
    </section>
    <section class="notifications" aria-labelledby="notifications-title">
      <h2 id="notifications-title" tabindex="-1">Notifications</h2>
      ${showFilter(Filter.parse(Object.fromEntries(query)))}
      ${list}${opened}
    </section>
    <section class="carriers" aria-labelledby="carriers-title"><h2 id="carriers-title">Carriers</h2>
      ${carriers.map((steered) => showCarrier(steered, tally, now()))}
    </section>
  </main>`

/**
 * The whole board.
 * @param query what is opened, filtered and typed: the address alone says what a page shows
 * @param saying what became of what somebody did
 */
export const renderPage = async (sources: Sources, query: URLSearchParams, saying: string): Promise<string> => {
  const [moving, templates] = await Promise.all([movingParts(sources, query), sources.reach.templates()])
  const sending = showSending(draftOf(query, templates), templates, sources.prices)
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Heliograph board</title>
  <link rel="icon" href="/icon.svg">
  <link rel="stylesheet" href="/board.css">
  <script src="/board.js" type="module"></script>
</head>
<body>
  <a class="skip" href="#notifications-title">To the notifications</a>
  <header>
    <h1><img src="/icon.svg" alt="" width="28" height="28"> Heliograph</h1>
    <p id="said" role="status">${saying}</p>
    <button id="pause" type="button" aria-pressed="false" hidden>Pause</button>
  </header>
  ${showBody(sending, moving, sources, query)}
</body>
</html>
`.toString()
}
