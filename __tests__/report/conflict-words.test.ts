import { describe, expect, test } from '@jest/globals'
import type { ConflictReport, Report } from '../../src/model/report.ts'
import { toIntegrationText } from '../../src/report/markdown/pull-request.ts'
import { toConflictsText } from '../../src/report/terminal/conflicts-text.ts'
import { toConflictStories } from '../../src/report/text/conflict-stories.ts'
import { toIntegrationLines } from '../../src/report/text/integration-lines.ts'
import { makeReport, makeTaskReport } from './reports.ts'

const conflict: ConflictReport = {
  task: 'api',
  with: ['jobs', 'queue'],
  path: 'src/db.ts',
  resolution: 'rule:keys',
  detail: '4 lines accounted for',
  choices: ['api wins: `b: 1` was dropped'],
  candidates: [],
  testRuns: 0,
}

function makeConflicted(given: Partial<ConflictReport>): Report {
  const report = makeReport({ api: makeTaskReport(), jobs: makeTaskReport(), queue: makeTaskReport() })
  return { ...report, integration: { ...report.integration, conflicts: [{ ...conflict, ...given }] } }
}

function toTexts(given: Partial<ConflictReport>): [line: string, story: string, pullRequest: string] {
  const report = makeConflicted(given)
  const stories = toConflictStories(report, new Map(), 'parallel-agents')
  return [
    toIntegrationLines(report.integration).join('\n'),
    toConflictsText(stories, []),
    toIntegrationText({ report, tasks: [], runUrl: undefined, maxBytes: 60_000 }),
  ]
}

describe('a conflict', () => {
  test('is described in the same words by the report, by `conflicts` and in the pull request', () => {
    const [line, story, pullRequest] = toTexts({})
    const against = 'decided against a side: api wins: `b: 1` was dropped'

    expect(line).toBe(
      `resolved by rule keys: api with jobs, queue in src/db.ts (4 lines accounted for; ${against})`,
    )
    expect(story).toMatch(/^api with jobs, queue in src\/db\.ts$/m)
    expect(story).toContain(`  resolved by rule keys: 4 lines accounted for; ${against}`)
    expect(pullRequest.replaceAll('\\', '')).toContain(
      `resolved by rule keys: api with jobs, queue in src/db.ts; ${against}`,
    )
  })

  test('that is open says so; without another task it is one with the target', () => {
    const [line, story] = toTexts({
      resolution: 'unresolved',
      detail: 'both changed it',
      with: [],
      choices: [],
    })

    expect(line).toBe('conflict: api with the target in src/db.ts (both changed it)')
    expect(story).toContain('  not resolved: both changed it')
  })

  test('that a person resolved was resolved by hand', () => {
    const [line] = toTexts({ resolution: 'person', detail: 'decided by hand', choices: [] })

    expect(line).toBe('resolved by hand: api with jobs, queue in src/db.ts (decided by hand)')
  })
})
