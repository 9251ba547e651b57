import type { Notification, Person } from '../../../functions/notification/notification.ts'
import { partsInWords } from '../../../functions/text/parts-in-words.ts'
import type { Reach } from '../reach.ts'
import { type Html, html } from '../server/html.ts'
import { showTime } from '../show-time.ts'
import type { Entered } from './entered.ts'
import { looksOf } from './show-list.ts'
import { showPath } from './show-path.ts'
import { type Moment, timelineOf } from './timeline-of.ts'

/** All that the records know of one notification. */
export interface Opened {
  readonly notification: Notification
  readonly person: Person | undefined
  readonly entered: readonly Entered[]
}

export const openedBy = async (reach: Pick<Reach, 'find' | 'person' | 'entered'>, id: string): Promise<Opened | undefined> => {
  const [notification, person, entered] = await Promise.all([reach.find(id), reach.person(id), reach.entered(id)])
  return notification && { notification, person, entered }
}

const showMoment =
  (since: Date) =>
  ({ at, what, why, sort }: Moment) => {
    const after = html`<span class="after">+${((at.getTime() - since.getTime()) / 1000).toFixed(1)} s</span>`
    return html`<li class="${sort}">${showTime(at)} ${after} <span class="what">${what}${why && html`<span class="why">${why}</span>`}</span></li>`
  }

const showFacts = ({ kind, plan, outcome }: Notification, person: Person | undefined) => html`
  <p class="facts"><span class="badge ${looksOf(outcome ?? 'sent')}">${outcome ?? 'under way'}</span> <span>${kind} ${person && html`to ${person.to}`}${plan && html`, ${partsInWords(plan.parts)} of ${plan.encoding}`}</span></p>
  ${person?.text && html`<p class="bubble">${person.text}</p>`}`

/** A notification that is opened: its path through the workflow, and what happened when and why. */
export const showOpened = (id: string, opened: Opened | undefined): Html => {
  if (opened === undefined)
    return html`<article id="opened" class="card" data-live data-under-way><h3 id="opened-id" tabindex="-1">${id}</h3><p class="note">No record of it yet.</p></article>`
  const { notification, person, entered } = opened
  const moments = timelineOf(notification, entered)
  return html`<article id="opened" class="card" data-live${notification.outcome === undefined && html` data-under-way`} aria-labelledby="opened-id">
    <h3 id="opened-id" tabindex="-1">${id}</h3>
    ${showFacts(notification, person)}
    ${showPath(entered.map(({ state }) => state))}
    <h4>Timeline</h4>
    <ol class="timeline">${moments.map(showMoment(moments[0]?.at ?? new Date(notification.requestedAt)))}</ol>
  </article>`
}

export const showNothingOpened = (): Html =>
  html`<article id="opened" class="card" data-live><p class="note">Choose a notification to see its path and its timeline.</p></article>`
