import { expect, test } from '@jest/globals'
import { withoutHiddenText } from '../../src/commands/prompts/hidden-text.ts'

const cases: Readonly<Record<string, readonly [text: string, shown: string]>> = {
  'a comment': ['a <!-- hidden --> b', 'a  b'],
  'a comment over lines, with a fence in it': ['a\n<!--\n```\nhidden\n```\n-->\nb', 'a\n\nb'],
  'a comment that is never closed': ['a\n<!-- hidden\n\nhidden', 'a\n'],
  'a link that nothing uses': ['a\n[//]: # (hidden)\n[x]: <> "hidden"\nb', 'a\nb'],
  'Windows line ends': ['a\r\n<!-- hidden\r\n-->b', 'a\nb'],
}

test.each(Object.entries(cases))('%s is hidden from agents', (_, [text, shown]) => {
  expect(withoutHiddenText(text)).toBe(shown)
})

test.each([
  'code in a line: `<!-- shown -->`',
  'code with backticks: ``a ` <!-- shown -->``',
  'a fence:\n```html\n<!-- shown -->\n```\nend',
  'an open fence:\n~~~\n<!-- shown -->',
  '[x]: https://example.com "shown as a link"',
  'a < b and b --> c',
])('%j is shown', text => {
  expect(withoutHiddenText(text)).toBe(text)
})

test('a text that is made to take long is read in time', () => {
  const runs = Array.from({ length: 350 }, (_, index) => '`'.repeat(index + 1)).join(' ')
  expect(withoutHiddenText(`${runs}${'<!-'.repeat(20_000)}`)).toContain('<!-')
})
