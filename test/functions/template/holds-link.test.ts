import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdsLink } from '../../../functions/template/holds-link.ts'

it.each([
  ...['https://example.com/a', 'HTTP://EXAMPLE', 'custom+app://open', 'see www.5.example', 'WWW.EXAMPLE'],
  ...['example.com', 'Example.COM/path', 'a.b.co.uk', 't.co', '4711.de', 'bücher.example', 'почта.рф', 'пример.xn--p1ai'],
  ...['ada@example.com', 'free gift at evil.top now', '(evil.shop)', 'Co.KG', 'evil-site.top', 'e\u0301.com'],
])('finds one in %s', (text) => {
  expect(holdsLink(text)).toBe(true)
})

it.each([
  ...['4711', '24.11.2026', '1.299,00 EUR', '$49.90', 'z.B. heute', 'e.g. a.m.', '14:00-16:00', 'A/B', 'Nr.12', 'Co. KG'],
  ...['Dr. No', 'wait... what', 'St. Gallen', 'end.', '.com', 'v2.0.1', 'HX-20931', '10 a.m.', '你好。世界'],
])('finds none in %s', (text) => {
  expect(holdsLink(text)).toBe(false)
})

it('finds every domain name, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.domain(), fc.string(), (before, domain, after) => holdsLink(`${before} ${domain} ${after}`)),
  )
})

it('finds every address of the web', () => {
  fc.assert(fc.property(fc.webUrl(), (url) => holdsLink(url)))
})
