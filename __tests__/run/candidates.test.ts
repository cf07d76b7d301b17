import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runCli, runToReport } from '../support/cli.ts'
import { type ScriptedTask, writePlan } from '../support/plan.ts'
import { makeRepository, type TestRepository } from '../support/repository.ts'

/** Two tasks of each pair add a branch to one chain: no rule says which comes first, as both may be true. */
const toCode = (inside: string) =>
  `module.exports = x => {\n  if (x === 1) {\n    return "a"\n  }${inside} else {\n    return "z"\n  }\n}\n`
const toBranch = (limit: number, value: string) => ` else if (x > ${limit}) {\n    return "${value}"\n  }`

const pairs = {
  chosen: { left: expects(3, 'b'), right: expects(4, 'c') },
  red: { left: expects(4, 'b'), right: expects(4, 'c') },
  blind: { left: () => 'true', right: () => 'true' },
  untested: { left: () => undefined, right: () => undefined },
}

function expects(x: number, value: string): (file: string) => string {
  return file => `node -e 'process.exit(require("./${file}")(${x}) === "${value}" ? 0 : 1)'`
}

function toTasks([name, { left, right }]: [string, (typeof pairs)[keyof typeof pairs]]): [
  string,
  ScriptedTask,
][] {
  const file = `${name}.js`
  const toTask = (changed: string, own: string | undefined): ScriptedTask => ({
    script: `cat > ${file} <<'END'\n${toCode(changed)}END`,
    files: [file],
    ...(own !== undefined && { test: own }),
  })
  return [
    [`${name}-left`, toTask(toBranch(2, 'b'), left(file))],
    [`${name}-right`, toTask(toBranch(3, 'c'), right(file))],
  ]
}

describe('candidates for a conflict that no rule resolves', () => {
  let repository: TestRepository
  let report: Report
  const conflictOf = (task: string) => report.integration.conflicts.find(conflict => conflict.task === task)

  beforeAll(async () => {
    const files = Object.keys(pairs).map(name => [`${name}.js`, toCode('')])
    repository = makeRepository(Object.fromEntries(files))
    writePlan(repository, Object.fromEntries(Object.entries(pairs).flatMap(toTasks)), { overlap: 'warn' })
    report = await runToReport(repository)
  })

  test('are chosen by the tests of both tasks, and the record says which and why', () => {
    const conflict = conflictOf('chosen-right')
    const branch = report.integration.branch as string

    expect(report.tasks['chosen-right']?.landing).toBe('landed')
    expect(conflict).toMatchObject({ with: ['chosen-left'], resolution: 'tests', testRuns: 3 })
    expect(conflict?.detail).toMatch(/^candidate 2 of \d \(both, theirs first\), chosen by tests: /)
    expect(conflict?.candidates.slice(0, 2)).toEqual([
      { kind: 'both, ours first', verdict: 'the test of chosen-right ended with exit code 1' },
      { kind: 'both, theirs first', verdict: 'passed' },
    ])
    expect(repository.show(branch, 'chosen.js')).toBe(toCode(toBranch(3, 'c') + toBranch(2, 'b')).trimEnd())
    expect(repository.git('log', '--format=%B', branch)).toMatch(
      /^Resolved: chosen\.js \(tests; candidate 2/m,
    )
  })

  test('are explained by `conflicts`, with both sides and what to do', async () => {
    const { stdout } = await runCli(repository.folder, ['conflicts'])

    expect(stdout).toContain('blind-right with blind-left in blind.js\n')
    expect(stdout).toMatch(new RegExp(`  next: .* merge ${report.run} --resolve blind-right`))
    expect(stdout).toContain('  resolved by tests: candidate 2 of ')
    expect(stdout).toContain('    1. both, ours first: the test of chosen-right ended with exit code 1')
  })

  test('are expected by the forecast where there is a test, and elsewhere nothing is', () => {
    const expected = report.integration.forecast.map(({ path, expected }) => [path, expected])
    expect(Object.fromEntries(expected)).toMatchObject({ 'chosen.js': 'tests', 'untested.js': null })
  })

  test('are rejected if tests fail on all of them', () => {
    expect(report.tasks['red-right']?.landing).toBe('conflicted')
    expect(conflictOf('red-right')?.detail).toContain(
      'the tests of red-left and red-right fail on every candidate',
    )
  })

  test('are rejected if tests also pass without the change of either side', () => {
    expect(report.tasks['blind-right']?.landing).toBe('conflicted')
    expect(conflictOf('blind-right')?.detail).toContain('also pass without the change of one side')
  })

  test('are not used without a test of a conflicting task, and the report says how many there are', () => {
    expect(report.tasks['untested-right']?.landing).toBe('conflicted')
    expect(conflictOf('untested-right')).toMatchObject({
      detail: expect.stringContaining('none of the conflicting tasks has a `test:`'),
      candidates: [{ kind: 'both, ours first', verdict: 'not tried' }, { verdict: 'not tried' }],
    })
  })
})
