import { describeDrain } from '../../../commands/carriers/describe-drain.ts'
import type { Drain } from '../../../functions/steering/drain.ts'
import type { FullScript } from '../../carrier-network/script.ts'
import { type Html, html } from '../server/html.ts'
import { dialsOf } from './dials.ts'
import { type Figures, minutes, type Slice, type Tally } from './figures.ts'
import { showDials } from './show-dials.ts'
import { showSlices } from './show-slices.ts'

/** One carrier of the network, as it is scripted, and what operators say of it now. */
export interface Steered {
  readonly carrier: string
  readonly script: FullScript
  readonly drains: readonly Drain[]
}

const showState = ({ carrier, script, drains }: Steered) => html`
  <div id="state-${carrier}" class="outage" data-live>
    <p class="badge ${script.down ? 'bad' : 'good'}">${script.down ? 'out' : 'up'}</p>
    ${drains.length > 0 && html`<p class="badge under-way">drained</p>`}
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

const showDrains = ({ carrier, drains }: Steered) => html`
  <div id="drains-${carrier}" data-live>${drains.map((drain) => html`<p class="note">${describeDrain(drain)}</p>`)}</div>`

const partsOf = (steered: Steered, tally: Tally, now: Date) => ({
  state: showState(steered),
  drains: showDrains(steered),
  figures: showFigures(steered.carrier, tally.of(steered.carrier, now), tally.slicesOf(steered.carrier, now)),
  dials: showDials(steered.carrier, dialsOf(steered.script)),
})

/** What changes by itself: whether it is out or drained, what status events told of it of late, and how it is scripted. */
export const showMovingCarrier = (steered: Steered, tally: Tally, now: Date): Html => {
  const { state, drains, figures, dials } = partsOf(steered, tally, now)
  return html`${state}${drains}${figures}${dials}`
}

export const showCarrier = (steered: Steered, tally: Tally, now: Date): Html => {
  const { carrier } = steered
  const { state, drains, figures, dials } = partsOf(steered, tally, now)
  return html`<article class="card carrier" aria-labelledby="name-${carrier}">
    <header><h3 id="name-${carrier}">${carrier}</h3>${state}</header>
    ${drains}${figures}
    <p class="note">Accepted in the last ${minutes} minutes, and delivered of that so far; seconds from the request to the delivery.</p>
    ${dials}
    <form method="post" action="/carriers/${carrier}/reset"><button id="${carrier}-reset" class="quiet">Reset<span class="unseen"> ${carrier}</span></button></form>
  </article>`
}
