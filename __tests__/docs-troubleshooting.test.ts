import { describe, expect, test } from '@jest/globals'
import { landings, outcomes } from '../src/model/outcome.ts'
import { readPage, readSources } from './support/pages.ts'
import { readThrownTexts } from './support/thrown-texts.ts'

describe('the troubleshooting page', () => {
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

  /** The words of a quoted message around its placeholders. */
  const toParts = (message: string) =>
    message
      .split('…')
      .map(part => part.trim().replace(/[:,]$/, ''))
      .filter(part => part.length > 3)

  test('quotes messages as the program prints them', () => {
    const sources = readSources().replaceAll('\\`', '`')
    const parts = quoted.flatMap(toParts)
    expect(quoted.length).toBeGreaterThan(100)
    expect(parts.filter(part => !sources.includes(part))).toEqual([])
  })

  /** Refusals without a row of their own, with the reason. */
  const exceptions = new Map([
    ['name an agent with --agent', 'begins with `noAgentText`, which has a row'],
    ['is not the id of a run', 'a job names its artifacts by checked ids'],
    ['is not the number of an attempt', 'the same'],
    ['is not the id of a task', 'the same'],
    ['nothing of that can be handed over', 'a job hands over what it has just written'],
    ['there is nothing to hand over', 'the same'],
    ['ended: move it back', 'the same'],
  ])

  test('explains every refusal', () => {
    const rows = quoted.map(toParts).filter(parts => parts.length > 0)
    const isExplained = (text: string) => rows.some(parts => parts.every(part => text.includes(part)))
    const isExcepted = (text: string) => [...exceptions.keys()].some(part => text.includes(part))
    const texts = readThrownTexts()
    const missing = texts.filter(({ text }) => !isExplained(text) && !isExcepted(text))

    expect(texts.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
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
    ...['did not end within', 'git objects were deleted', 'there is an artifact', 'the file is too large'],
  ])('explains the message "%s"', message => {
    expect(quoted.filter(span => span.includes(message))).not.toEqual([])
  })
})
