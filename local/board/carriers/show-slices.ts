import { type Html, html } from '../server/html.ts'
import type { Slice } from './figures.ts'

const size = { column: 10, bar: 8, height: 40 }
const fewest = 5

/** Columns as high as what was accepted then, filled as far as it was delivered; in words beside it for whoever cannot see it. */
export const showSlices = (slices: readonly Slice[]): Html => {
  const most = Math.max(fewest, ...slices.map(({ accepted }) => accepted))
  const bar = (index: number, count: number, sort: string) => {
    const height = Math.round((count / most) * size.height)
    const place = html`x="${index * size.column}" y="${size.height - height}" width="${size.bar}" height="${height}"`
    return count > 0 && html`<rect ${place} class="${sort}"></rect>`
  }
  const columns = slices.map(({ accepted, delivered }, at) => [bar(at, accepted, 'accepted'), bar(at, delivered, 'delivered')])
  const box = `0 0 ${slices.length * size.column} ${size.height}`
  return html`<svg class="slices" viewBox="${box}" preserveAspectRatio="none" aria-hidden="true">${columns}</svg>`
}
