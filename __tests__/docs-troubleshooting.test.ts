import { describe, expect, test } from '@jest/globals'
import { landings, outcomes } from '../src/model/outcome.ts'
import { readPage, readSources } from './support/pages.ts'

describe('the page about trouble', () => {
  const page = readPage('docs/troubleshooting.md')
  /** The first cells of all tables, under the heads of their columns. */
  const cells = page.split(/\n(?=\| \w+ \| what to do \|)/).flatMap(table => {
    const [head, , ...rows] = table.split('\n').filter(line => line.startsWith('|'))
    return rows.map(row => ({ head: head?.split('|')[1]?.trim(), text: row.split('|')[1] ?? '' }))
  })
  const toSpans = ({ text }: { readonly text: string }) =>
    [...text.matchAll(/`` (.+?) ``|`([^`]+)`/g)].map(([, long, short]) => (long ?? short) as string)

  test('names every outcome and every landing', () => {
    const named = (head: string) =>
      cells
        .filter(cell => cell.head === head)
        .flatMap(toSpans)
        .sort()
    expect(named('outcome')).toEqual(outcomes.filter(outcome => outcome !== 'succeeded').toSorted())
    expect(named('landing')).toEqual(landings.filter(landing => landing !== 'landed').toSorted())
  })

  const quoted = cells.filter(({ head }) => head === 'message' || head === 'reason').flatMap(toSpans)

  test('quotes messages as the program prints them', () => {
    const sources = readSources().replaceAll('\\`', '`')
    const parts = quoted
      .flatMap(message => message.split('…'))
      .map(part => part.trim().replace(/[:,]$/, ''))
      .filter(part => part.length > 3)
    expect(quoted.length).toBeGreaterThan(100)
    expect(parts.filter(part => !sources.includes(part))).toEqual([])
  })

  test.each([
    ...['placeholder prompt', 'not in a git repository', 'a bare repository', 'a plan already exists'],
    ...['nothing could land (land: push)', 'prevents branches named', 'this partial clone lacks'],
    ...['checkouts cannot be in', 'git does not ignore', 'free ports from', '`checkout.database` names'],
    ...['runs something that agents can change', 'is not approved', 'cannot be queried without a token'],
    ...['`prompt-command` failed', 'no agent CLI', 'is being resolved', 'If that is intended, say why'],
    ...['cannot continue a session', 'was created by someone else', 'its prerequisites do not merge'],
    ...['no longer contains', 'is not an input', 'a GitHub App needs', 'requires signed commits'],
    ...['could not be pushed', 'unverified merge', 'its handover is refused', 'fewer runners than lanes'],
    ...['On GitHub Enterprise Server', 'AGENT_ENV: line', 'In a container, the checkout belongs to'],
  ])('explains the message "%s"', message => {
    expect(quoted.filter(span => span.includes(message))).not.toEqual([])
  })
})
