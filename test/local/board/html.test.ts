import fc from 'fast-check'
import { expect, it } from 'vitest'
import { html } from '../../../local/board/server/html.ts'

it('escapes whatever is shown, in words and in attributes', () => {
  expect(`${html`<p title="${`"'`}">${'<b>&'}</p>`}`).toBe('<p title="&quot;&#39;">&lt;b&gt;&amp;</p>')
})

it('shows other markup as it is, lists one after the other, and nothing for what is not there', () => {
  expect(`${html`<ol>${['a', 'b<'].map((one) => html`<li>${one}</li>`)}${undefined}${false}${0}</ol>`}`).toBe(
    '<ol><li>a</li><li>b&lt;</li>0</ol>',
  )
})

it('lets no words become markup, whatever they are', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'a=/ ') }), (words) => !/[<>"']/.test(`${html`${words}`}`)))
})

it('takes an object of somebody else’s that looks like markup for no markup', () => {
  const forged = { toString: () => '<script>' } as never
  expect(() => html`${forged}`).toThrow()
})
