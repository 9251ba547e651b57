import { type Html, html } from './server/html.ts'

/** The time of day, in UTC as everywhere in Heliograph. */
export const showTime = (at: Date): Html => html`<time datetime="${at.toISOString()}">${at.toISOString().slice(11, 19)}</time>`
