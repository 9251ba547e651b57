import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdsLink } from '../../../functions/template/holds-link.ts'

it.each([
  ...['https://example.com/a', 'HTTP://EXAMPLE', 'custom+app://open', 'see www.5.example', 'WWW.EXAMPLE'],
  ...['example.com', 'Example.COM/path', 'a.b.co.uk', 't.co', '4711.de', 'bücher.example', 'почта.рф', 'пример.xn--p1ai'],
  ...['ada@example.com', 'free gift at evil.top now', '(evil.shop)', 'Co.KG', 'evil-site.top', 'e\u0301.com'],
  ...['i❤️.ws', 'evil。com', 'evil．com now', 'evil｡com', 'evil․com', '4711。de', 'ａ.com', '𝒆.com', 'a.𝒄𝒐𝒎', '\ud835.com'],
  ...['203.0.113.9/login', 'see 203.0.113.9.', '(10.0.0.1:8080)', '255.255.255.255', 'a1.2.3.4', '0.0.0.0', 'at 1.2.3.4 now'],
])('finds one in %s', (text) => {
  expect(holdsLink(text)).toBe(true)
})

it.each([
  ...['4711', '24.11.2026', '1.299,00 EUR', '$49.90', 'z.B. heute', 'e.g. a.m.', '14:00-16:00', 'A/B', 'Nr.12', 'Co. KG'],
  ...[
    'Dr. No',
    'wait... what',
    'St. Gallen',
    'end.',
    '.com',
    'v2.0.1',
    'HX-20931',
    '10 a.m.',
    '你好。世界',
    '你好。Hello',
    'Gold。',
  ],
  ...['z.\u00a0B.', 'Danke.😀😀', 'Danke.❤️', '١٢.٥٠', '२४.११.२०२६', 'Ende.“ Und', '49.€€', '', '.', '..', '😀.', 'a.b'],
  ...[
    '1.2.3',
    '256.1.1.1',
    '1.2.3.256',
    '1.2.3.4567',
    '2026.11.24',
    '24.11.2026 14.00',
    '1.200.100.050',
    '01.02.03.04',
    '1. 2. 3. 4.',
    '12.5kg',
    'Gate 4.B2',
    '١٢.٥kg',
    'Gate ٤.B٢',
    'Thanks。谢谢',
  ],
])('finds none in %s', (text) => {
  expect(holdsLink(text)).toBe(false)
})

it.each(['www.5', 'WWW.5', 'see wWw.', '(www.'])('finds www in %s, whatever follows', (text) => {
  expect(holdsLink(text)).toBe(true)
})

it.each(['ww.5', 'w.5', '.5', 'wwx.5', 'xww.5', 'wxw.5', 'ｗｗｗ.5'])('takes %s for no www', (text) => {
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

it('finds every place that a list of all letters, marks and numbers would find', () => {
  const place = /[\p{L}\p{M}\p{N}]\.\p{L}{2}/u
  const missed: string[] = []
  for (let point = 0; point <= 0x10ffff; point++) {
    const character = String.fromCodePoint(point)
    const [before, after] = [`${character}.com`, `a.${character}${character}`]
    for (const text of [before, after]) if (place.test(text) && !holdsLink(text)) missed.push(point.toString(16))
  }
  expect(missed).toEqual([])
})

it('lets a blank or an emoji follow a full stop', () => {
  const follows = /[[\p{Zs}\p{Emoji_Presentation}]--[\u1680]]/v // the blank of Ogham is drawn as a line
  const refused: string[] = []
  for (let point = 0; point <= 0x1ffff; point++) {
    const character = String.fromCodePoint(point)
    if (follows.test(character) && holdsLink(`Danke.${character}${character}`)) refused.push(point.toString(16))
  }
  expect(refused).toEqual([])
})
