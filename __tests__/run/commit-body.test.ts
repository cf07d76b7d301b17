import { expect, test } from '@jest/globals'
import { toCommitBody, toFirstSentence } from '../../src/tasks/work/commit-body.ts'

test('the report of an agent becomes a wrapped body, lists indented', () => {
  const long = 'word '.repeat(20).trim()
  expect(toCommitBody(`## Done\r\n\r\n\r\n\r\n- ${long}\n\nShort.  \n`).split('\n')).toEqual([
    '## Done',
    '',
    `- ${'word '.repeat(14).trim()}`,
    `  ${'word '.repeat(6).trim()}`,
    '',
    'Short.',
  ])
  expect(toCommitBody(null)).toBe('')
  expect(toCommitBody(' \n\n ')).toBe('')
})

test.each([
  'Signed-off-by: Linus <l@example.com>',
  '  co-authored-by : Somebody <s@example.com>',
  'Agent-Run: other',
  'agent-task: other',
  'skip-checks: true',
])('%s in a report is left out', line => {
  expect(toCommitBody(`Before.\n${line}\nAfter.`)).toBe('Before.\nAfter.')
})

test('a trailer that wrapping would put at the beginning of a line is none', () => {
  const body = toCommitBody(`${'x'.repeat(70)} Signed-off-by: Linus <l@example.com>`)

  expect(body.split('\n')[1]).toMatch(/^\u200bSigned-off-by: Linus/)
})

test('nothing in a body acts on a forge, on git or on a terminal', () => {
  const body = toCommitBody(
    'Closes #1, @team \u001b[31mred\u001b[0m\u0007 \u202e[skip ci]\n---\nrest [CI-skip]',
  )

  expect(body.replaceAll('\u200b', '')).toBe('Closes #1, @team red [skip ci]\n—\nrest [CI-skip]')
  expect(body).not.toMatch(/#\d|@\w|\[skip|\[CI/)
})

test('a long report is cut at the end of a line', () => {
  const body = toCommitBody('A line of text.\n'.repeat(500))

  expect(body.length).toBeLessThanOrEqual(2002)
  expect(body).toMatch(/\nA line of text\.\n…$/)
})

test.each([
  ['Add a route that lists articles. Write tests, too.', 'Add a route that lists articles.'],
  ['# Routes\n\nAdd a route\nto src/a.ts, v1.2 of it\n\nMore.', 'Add a route to src/a.ts, v1.2 of it'],
  ['', ''],
  ['x'.repeat(400), `${'x'.repeat(299)}…`],
])('the first sentence of %j', (prompt, sentence) => {
  expect(toFirstSentence(prompt)).toBe(sentence)
})
