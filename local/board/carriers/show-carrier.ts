import type { FullScript } from '../../carrier-network/script.ts'
import { type Html, html } from '../server/html.ts'
import { dialsOf } from './dials.ts'
import { type Figures, minutes, type Slice, type Tally } from './figures.ts'
import { showDials } from './show-dials.ts'
import { showSlices } from './show-slices.ts'

/** One carrier of the network, as it is scripted. */
export interface Scripted {
  readonly carrier: string
  readonly script: FullScript
}

const showState = ({ carrier, script }: Scripted) => html`
  <div id="state-${carrier}" class="outage" data-live>
    <p class="badge ${script.down ? 'bad' : 'good'}">${script.down ? 'out' : 'up'}</p>
    <form method="post" action="/carriers/${carrier}/outage">
      <input type="hidden" name="down" value="${script.down ? 'no' : 'yes'}">
      <button id="${carrier}-outage" role="switch" aria-checked="${script.down ? 'true' : 'false'}" class="switch" aria-label="Outage of ${carrier}">Outage</button>
    </form>
  </div>`

const inSeconds = (seconds: number | undefined) => (seconds === undefined ? '–' : `${seconds.toFixed(1)} s`)

const showFigures = (carrier: string, { accepted, delivered, seconds }: Figures, slices: readonly Slice[]) => html`
  <div id="figures-${carrier}" data-live>
    <dl class="figures">
      <div><dt>Accepted</dt><dd>${accepted}</dd></div>
      <div><dt>Delivered</dt><dd>${accepted === 0 ? '–' : `${Math.round((delivered / accepted) * 100)} %`}</dd></div>
      <div><dt>Median</dt><dd>${inSeconds(seconds?.median)}</dd></div>
      <div><dt>95 % in</dt><dd>${inSeconds(seconds?.p95)}</dd></div>
    </dl>
    ${showSlices(slices)}
  </div>`

const partsOf = (scripted: Scripted, tally: Tally, now: Date) => ({
  state: showState(scripted),
  figures: showFigures(scripted.carrier, tally.of(scripted.carrier, now), tally.slicesOf(scripted.carrier, now)),
  dials: showDials(scripted.carrier, dialsOf(scripted.script)),
})

/** What changes by itself: whether it is out, what status events told of it of late, and how it is scripted. */
export const showMovingCarrier = (scripted: Scripted, tally: Tally, now: Date): Html => {
  const { state, figures, dials } = partsOf(scripted, tally, now)
  return html`${state}${figures}${dials}`
}

export const showCarrier = (scripted: Scripted, tally: Tally, now: Date): Html => {
  const { carrier } = scripted
  const { state, figures, dials } = partsOf(scripted, tally, now)
  return html`<article class="card carrier" aria-labelledby="name-${carrier}">
    <header><h3 id="name-${carrier}">${carrier}</h3>${state}</header>
    ${figures}
    <p class="note">Of what it accepted in the last ${minutes} minutes; seconds from the request to the delivery.</p>
    ${dials}
    <form method="post" action="/carriers/${carrier}/reset"><button id="${carrier}-reset" class="quiet">Reset<span class="unseen"> ${carrier}</span></button></form>
  </article>`
}
