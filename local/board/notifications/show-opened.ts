import type { Around } from '../../../commands/timeline/read-around.ts'
import { timeline } from '../../../commands/timeline/timeline.ts'
import type { Notification, Person } from '../../../functions/notification/notification.ts'
import { partsInWords } from '../../../functions/text/parts-in-words.ts'
import type { Reach } from '../reach.ts'
import { type Html, html } from '../server/html.ts'
import { looksOf } from './show-list.ts'
import { showPath } from './show-path.ts'
import { showTimeline } from './show-timeline.ts'

/** All that is known of one notification. */
export interface Opened {
  readonly notification: Notification
  readonly person: Person | undefined
  readonly around: Around
}

export const openedBy = async (reach: Pick<Reach, 'find' | 'person' | 'around'>, id: string): Promise<Opened | undefined> => {
  const [notification, person, around] = await Promise.all([reach.find(id), reach.person(id), reach.around(id)])
  return notification && { notification, person, around }
}

const showPlan = ({ template, plan }: Notification) =>
  plan && html`, ${template}@${plan.version} in ${plan.locale}, ${partsInWords(plan.parts)} of ${plan.encoding}`

const showFacts = (notification: Notification, person: Person | undefined) => {
  const { kind, outcome } = notification
  return html`
  <p class="facts"><span class="badge ${looksOf(outcome ?? 'sent')}">${outcome ?? 'under way'}</span> <span>${kind} ${person && html`to ${person.to}`}${showPlan(notification)}</span></p>
  ${person?.text && html`<p class="bubble">${person.text}</p>`}`
}

/** A notification that is opened: its path through the workflow, and what happened when and why. */
export const showOpened = (id: string, opened: Opened | undefined, now: Date): Html => {
  if (opened === undefined)
    return html`<article id="opened" class="card" data-live data-under-way><h3 id="opened-id" tabindex="-1">${id}</h3><p class="note">No record of it yet.</p></article>`
  const { notification, person, around } = opened
  return html`<article id="opened" class="card" data-live${notification.outcome === undefined && html` data-under-way`} aria-labelledby="opened-id">
    <h3 id="opened-id" tabindex="-1">${id}</h3>
    ${showFacts(notification, person)}
    ${showPath(around.execution?.entered ?? [])}
    <h4>Timeline</h4>
    ${showTimeline(timeline(notification, around, now), notification.requestedAt)}
  </article>`
}

export const showNothingOpened = (): Html =>
  html`<article id="opened" class="card" data-live><p class="note">Choose a notification to see its path and its timeline.</p></article>`
