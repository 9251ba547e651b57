import type { Happening } from '../../../commands/timeline/happening.ts'
import { since } from '../../../commands/timeline/since.ts'
import { type Html, html } from '../server/html.ts'
import { showTime } from '../show-time.ts'

const showHappening =
  (start: string) =>
  ({ at, what, attempt, words }: Happening) => {
    const which = attempt !== undefined && html` <span class="attempt">#${attempt}</span>`
    return html`<li class="${what}">${showTime(new Date(at))} <span class="after">${since(at, start)}</span> <span class="what">${what}${which}</span> <span class="words">${words}</span></li>`
  }

/** What happened when, how long after the request, of which attempt, in words. @param start when it was requested */
export const showTimeline = (happenings: readonly Happening[], start: string): Html =>
  html`<ol class="timeline">${happenings.map(showHappening(start))}</ol>`
