import { describe, expect, test } from '@jest/globals'
import { toExitCode } from '../../src/model/exit-code.ts'
import type { IntegrationFacts } from '../../src/model/report.ts'
import { reportSchema } from '../../src/model/report.ts'
import type { TaskResult } from '../../src/model/task-result.ts'
import { buildReport, type ReportFacts } from '../../src/report/build-report.ts'
import { toMarkdown, toProblemLines } from '../../src/report/markdown/markdown.ts'
import { toLabel } from '../../src/report/markdown/plan-graph.ts'
import { plainPaint } from '../../src/report/terminal/paint.ts'
import { makeReportText } from '../../src/report/terminal/report-text.ts'
import { nothingReported } from '../support/nothing-reported.ts'
import { makeTask } from '../support/tasks.ts'

const id = 'a'.repeat(40)

function makeResult(task: string, given: Partial<TaskResult> = {}): TaskResult {
  return {
    version: 1,
    task,
    outcome: 'succeeded',
    reason: null,
    branch: `agents/r/tasks/${task}`,
    base: id,
    commit: id,
    kept: null,
    attempts: 1,
    filesChanged: 3,
    agentSeconds: 60,
    seconds: 70,
    startedAt: '2026-11-20T10:00:00.000Z',
    finishedAt: '2026-11-20T10:01:10.000Z',
    tokens: 1000,
    costUsd: 0.5,
    ...nothingReported,
    log: '/log',
    summary: null,
    testDefinitions: [],
    weakenedTests: [],
    reviews: [],
    messages: [],
    workPlan: null,
    checkoutChanges: [],
    resources: null,
    notKept: null,
    rolledBack: false,
    ...given,
  }
}

const integration: IntegrationFacts = {
  branch: 'agents/r/integration',
  commit: id,
  tree: id,
  tests: 'passed',
  testRuns: 2,
  testsRemembered: false,
  failsOnBase: [],
  failing: [],
  flaky: [],
  warnings: [],
  conflicts: [],
  reviews: [],
  comparisons: [],
  forecast: [],
  problem: null,
  land: { mode: 'none', done: false, message: null },
}

function makeFacts(given: Partial<ReportFacts> = {}): ReportFacts {
  const tasks = [makeTask('one'), makeTask('two', { needs: ['one'] }), makeTask('three')]
  return {
    resources: undefined,
    run: '20261120-101500-ab12',
    plan: {
      name: 'Data | pipeline',
      maxParallel: 2,
      env: {},
      checkout: { env: {}, copy: [], link: [], databases: [], dependencies: 'off' },
      services: {},
      answersIssues: true,
      budget: { onEnd: 'finish' },
      onQuota: 'wait',
      prices: {},
      protected: [],
      testsProtected: false,
      history: 'merge',
      allowSecrets: [],
      sandbox: 'auto',
      homeFiles: [],
      limits: {},
      hooks: false,
      maxFileMegabytes: 10,
      backoffSeconds: [],
      agents: {},
      tasks,
      integration: {
        timeoutMinutes: 60,
        stallMinutes: 10,
        flakyRetries: 1,
        onConflict: 'resolve',
        resolvers: [],
        candidates: { most: 6, whenUnknown: 'proof-only' },
        generated: {},
        agentRounds: 2,
        reviews: [],
        contracts: [],
        testParallel: 1,
        rolling: false,
        onEvict: 'leave',
        forecastSeconds: 30,
        onForecast: 'warn',
        pullRequests: 'integration',
        pullRequest: { draft: true, labels: [], reviewers: [], assignees: [] },
        landRounds: 5,
      },
    },
    target: 'main',
    base: id,
    maxParallel: 2,
    sandbox: 'none',
    deniedHosts: [],
    results: new Map([
      ['one', makeResult('one')],
      ['two', makeResult('two')],
      ['three', makeResult('three', { seconds: 30, costUsd: null, tokens: null })],
    ]),
    landings: new Map([
      ['one', { landing: 'landed', reason: null }],
      ['two', { landing: 'landed', reason: null }],
      ['three', { landing: 'landed', reason: null }],
    ]),
    integration,
    cancelled: false,
    spent: undefined,
    retryAt: null,
    wallSeconds: 140,
    integrationSeconds: 0,
    resumed: false,
    ...given,
  }
}

describe('a report', () => {
  test('has the time that was taken against the theoretical minimum', () => {
    const { timing, status } = buildReport(makeFacts())
    expect(status).toBe('landed')
    expect(timing).toEqual({
      wallSeconds: 140,
      taskSeconds: 170,
      integrationSeconds: 0,
      criticalPathSeconds: 140,
      lowerBoundSeconds: 140,
      speedup: 1.21,
    })
    expect(buildReport(makeFacts({ resumed: true })).timing.speedup).toBeNull()
  })

  test('is what its schema says', () => {
    expect(reportSchema.safeParse(JSON.parse(JSON.stringify(buildReport(makeFacts())))).success).toBe(true)
  })

  test('of an earlier version, which called its problem trouble, is read', () => {
    const problem = 'the integration test fails on the base'
    const written = buildReport(makeFacts({ integration: { ...integration, problem } }))
    const { problem: _, ...earlier } = written.integration
    const { problem: read, trouble } = reportSchema.parse({ ...written, integration: earlier }).integration
    expect([written.integration.trouble, read, trouble]).toEqual([problem, problem, problem])
  })

  test('is partial when something did not land, failed when nothing did, cancelled when it was stopped', () => {
    const some = new Map([...makeFacts().landings, ['two', { landing: 'evicted', reason: 'x' }] as const])
    const none = new Map(
      [...makeFacts().landings.keys()].map(task => [task, { landing: 'held', reason: 'x' }] as const),
    )
    const codes = [
      makeFacts(),
      makeFacts({ landings: some }),
      makeFacts({ landings: none }),
      makeFacts({ cancelled: true }),
    ].map(facts => {
      const report = buildReport(facts)
      return [report.status, toExitCode(report)]
    })
    expect(codes).toEqual([
      ['landed', 0],
      ['partial', 1],
      ['failed', 1],
      ['cancelled', 130],
    ])
  })

  test('is partial when the tested result could not be put where it should be', () => {
    const land = {
      mode: 'push',
      done: false,
      message: 'main is checked out with uncommitted changes',
    } as const
    expect(buildReport(makeFacts({ integration: { ...integration, land } })).status).toBe('partial')
  })

  test('is a table with the commands that come next', () => {
    const landings = new Map([
      ...makeFacts().landings,
      ['three', { landing: 'conflicted', reason: 'conflicts with one in src/db.ts' }] as const,
    ])
    const conflicts = [
      {
        task: 'three',
        with: ['one'],
        path: 'src/db.ts',
        resolution: 'unresolved',
        detail: '',
        choices: [],
        candidates: [],
        testRuns: 0,
      },
    ]
    const report = buildReport(makeFacts({ landings, integration: { ...integration, conflicts } }))

    const narrow = makeReportText(report, { paint: plainPaint, columns: 60, program: 'parallel-agents' })
    const table = narrow.split('\n').filter(line => /^ {2}(one|two|three|task) /.test(line))
    expect(Math.max(...table.map(line => line.length))).toBeLessThanOrEqual(60)
    expect(narrow).toContain('conflicts with one in src/db.ts')

    expect(
      makeReportText(report, { paint: plainPaint, columns: 300, program: 'parallel-agents' }),
    ).toBe(`landed 2 of 3 on agents/r/integration (not pushed) · tests passed (2 runs)

  task   outcome    landing     tries   time  files   cost  why
  one    succeeded  landed          1  01:10      3  $0.50
  two    succeeded  landed          1  01:10      3  $0.50
  three  succeeded  conflicted      1  00:30      3      –  conflicts with one in src/db.ts

  conflict: three with one in src/db.ts

  2 min, 1.2× as fast as one after another (3 min); theoretical minimum 2 min · $1.00+

next:
  git diff main...agents/r/integration                        see what landed
  git merge agents/r/integration                              merge what landed
  parallel-agents merge 20261120-101500-ab12 --resolve three  resolve it by hand, then "merge 20261120-101500-ab12 --continue"
  parallel-agents run --resume 20261120-101500-ab12           retry three`)
  })

  test('is Markdown in which the words of agents do nothing', () => {
    const reason = 'a | b <img src=x onerror=1> [link](javascript:x) `code` @everyone #1\nnew line ::error::x'
    const report = buildReport(makeFacts({ landings: new Map([['one', { landing: 'evicted', reason }]]) }))
    const row =
      toMarkdown(report)
        .split('\n')
        .find(line => line.includes('evicted')) ?? ''

    expect(row.split(/(?<!\\)\|/)).toHaveLength(10)
    expect(row).not.toMatch(/<img|@everyone|(?<!\\)\[link/)
  })
})

test('a label of a graph cannot end its quotes', () => {
  expect(toLabel('a "quoted" <b>\n[x]')).toBe('a #34;quoted#34; #60;b#62; #91;x#93;')
})

describe('a report of what was pushed', () => {
  const page = { paint: plainPaint, columns: Number.POSITIVE_INFINITY, program: 'parallel-agents' }
  const withLand = (land: IntegrationFacts['land']) =>
    buildReport(makeFacts({ integration: { ...integration, land } }))

  test('does not say that its branch is not pushed', () => {
    const report = withLand({ mode: 'none', done: false, message: null })

    expect(makeReportText(report, page)).toContain('(not pushed)')
    expect(makeReportText(report, { ...page, isPushed: true })).not.toContain('(not pushed)')
  })

  test('does not count its pull request among the problems', () => {
    const url = 'https://github.com/octo/project/pull/1'
    const done = withLand({ mode: 'pull-request', done: true, message: url })
    const refused = withLand({ mode: 'pull-request', done: false, message: 'not permitted' })

    expect(toProblemLines(done)).toEqual([])
    expect(toProblemLines(refused)).toEqual(['- not permitted'])
  })
})
