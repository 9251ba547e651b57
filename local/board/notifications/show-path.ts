import { type Html, html } from '../server/html.ts'
import { type Drawn, size, stateHeight, states, type Way, ways } from './diagram.ts'
import { looksOf } from './show-list.ts'

const drawnState = (name: string, { x, y, width }: Drawn, sort: string, times: number) => {
  const box = html`<rect x="${x}" y="${y}" width="${width}" height="${stateHeight}" rx="8"></rect>`
  const often = times > 1 && html`<text class="times" x="${x + width - 4}" y="${y - 5}">${times} ×</text>`
  return html`<g class="${sort}">${box}<text x="${x + width / 2}" y="${y + 19}">${name}</text>${often}</g>`
}

const drawnWay = ({ line, unexpected }: Way, isPassed: boolean) =>
  html`<path d="${line}" class="${isPassed ? 'passed' : unexpected ? 'unexpected' : 'way'}" marker-end="url(#${isPassed ? 'passed-tip' : 'tip'})"></path>`

const tip = (id: string) =>
  html`<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8Z"></path></marker>`

/** In a sentence what the picture shows. */
const described = (entered: readonly string[]): string => {
  const last = entered.at(-1)
  return last === undefined ? 'The workflow has not begun.' : `Path through the workflow: ${entered.join(', then ')}.`
}

/** Where the picture would be too small to read. */
const showSteps = (entered: readonly string[]) =>
  html`<ol class="steps" aria-label="Path through the workflow">${entered.map((state) => html`<li>${state}</li>`)}</ol>`

/**
 * The workflow as a picture: the ways that were taken, and the state that it is in.
 * @param entered names of states, in the order in which they were entered
 */
export const showPath = (entered: readonly string[]): Html => {
  const now = entered.at(-1)
  const steps = new Set(entered.map((state, index) => `${entered[index - 1]} > ${state}`))
  const isPassed = ({ from, to }: Way) => steps.has(`${from} > ${to}`)
  const lit = (name: string) => (states[name]?.isEnd ? `state now ${looksOf(name.toLowerCase())}` : 'state now')
  const sortOf = (name: string) => (name === now ? lit(name) : entered.includes(name) ? 'state passed' : 'state')
  const timesOf = (name: string) => entered.filter((state) => state === name).length
  return html`<svg class="path" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${described(entered)}">
    ${tip('tip')}${tip('passed-tip')}
    ${ways.filter((way) => !isPassed(way)).map((way) => drawnWay(way, false))}
    ${ways.filter(isPassed).map((way) => drawnWay(way, true))}
    ${Object.entries(states).map(([name, drawn]) => drawnState(name, drawn, sortOf(name), timesOf(name)))}
  </svg>
  ${showSteps(entered)}`
}
