import { describe, expect, it } from 'vitest'
import { size, stateHeight, states, ways } from '../../../local/board/notifications/diagram.ts'
import { showPath } from '../../../local/board/notifications/show-path.ts'
import { synthesise } from '../../infra/synthesise.ts'
import { definitionOf } from '../../workflows/definition-of.ts'

/** As much of a state as says where it leads. */
interface Leads {
  readonly Next?: string
  readonly Default?: string
  readonly Choices?: readonly { readonly Next: string }[]
  readonly Catch?: readonly { readonly Next: string }[]
}

const definition = definitionOf(synthesise({ deployment: 'local' }))
const defined: Readonly<Record<string, Leads>> = definition.States as never

const waysFrom = ([from, { Next, Default, Choices = [], Catch = [] }]: [string, Leads]) =>
  [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((caught) => caught.Next)]
    .filter((to) => to !== undefined)
    .map((to) => `${from} > ${to}`)

describe('the diagram', () => {
  it('has every state of the workflow that is deployed, and no other', () => {
    expect(new Set(Object.keys(states))).toEqual(new Set(Object.keys(defined)))
  })

  it('has every way between them, and no other', () => {
    const drawn = ways.map(({ from, to }) => `${from} > ${to}`)
    expect(drawn.sort()).toEqual([...new Set(Object.entries(defined).flatMap(waysFrom))].sort())
  })

  it('draws no two states over each other, and all within the picture', () => {
    const boxes = Object.entries(states)
    for (const [name, { x, y, width }] of boxes) {
      expect(x + width).toBeLessThanOrEqual(size.width)
      expect(y + stateHeight).toBeLessThanOrEqual(size.height)
      const over = boxes.filter(
        ([other, box]) => other !== name && box.x < x + width && x < box.x + box.width && Math.abs(box.y - y) < stateHeight,
      )
      expect(over).toEqual([])
    }
  })
})

describe('the path of a notification', () => {
  const path = ['Validate', 'What next?', 'Send and await receipt', 'Fall back', 'What next?', 'Send and await receipt']

  it('lights the state that it is in alone, and marks those that it went through', () => {
    const picture = String(showPath(path))
    expect(picture.match(/<g class="state now">.*?<\/g>/g)).toEqual([expect.stringContaining('>Send and await receipt<')])
    expect(picture.match(/<g class="state passed">/g)).toHaveLength(3)
  })

  it('marks the ways that were taken', () => {
    expect(String(showPath(path)).match(/class="passed" marker-end/g)).toHaveLength(4)
  })

  it('is told in words to whoever cannot see it', () => {
    expect(String(showPath(path))).toContain('Path through the workflow: Validate, then What next?')
    expect(String(showPath([]))).toContain('The workflow has not begun.')
  })
})
