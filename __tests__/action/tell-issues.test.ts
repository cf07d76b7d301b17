import { describe, expect, test } from '@jest/globals'
import { toAnswerText } from '../../src/commands/comment/answer-comment.ts'
import { lacksAnswer } from '../../src/commands/comment/comment-state.ts'
import { type DeadRun, toDeathText } from '../../src/commands/comment/tell-issues.ts'
import { readFailedJobs } from '../../src/commands/github/failed-jobs.ts'
import { listNamedIssues } from '../../src/plan/yaml/named-issues.ts'
import { listJobsOfTask, tryFailedJobsText } from '../../src/report/text/failed-jobs.ts'

const page = (run: number) => `https://github.com/octo/project/actions/runs/${run}`
const started = (run: number, before = '') =>
  toAnswerText({ said: 'An agent is working on this.', runUrl: page(run), isWork: true }, before)

describe('a run that died answers an issue', () => {
  test('that has no comment, or one that says that this run or an earlier one has started', () => {
    expect(lacksAnswer('', 7)).toBe(true)
    expect(lacksAnswer(started(7), 7)).toBe(true)
    expect(lacksAnswer(started(6), 7)).toBe(true)
    expect(lacksAnswer(`Not done: failed.\n\n[The run](${page(6)})`, 7)).toBe(true)
  })

  test('also after a later command that did nothing', () => {
    const dance = { said: '"dance" is not a command.', runUrl: page(8), isWork: false }
    expect(lacksAnswer(toAnswerText(dance, started(7)), 7)).toBe(true)
  })

  test('not when it or a later run has answered, or a later one has started', () => {
    expect(lacksAnswer(`Not done: failed.\n\n[The run](${page(7)}), \`20261120-101500-ab12\``, 7)).toBe(false)
    expect(lacksAnswer(`The change is proposed.\n\n[The run](${page(8)})`, 7)).toBe(false)
    expect(lacksAnswer(started(8, started(7)), 7)).toBe(false)
  })
})

describe('the answer of a run that died', () => {
  const dead: DeadRun = { runUrl: page(7), reason: undefined, jobs: [] }

  test('names the jobs that failed, and where', () => {
    const jobs = [
      { name: 'agents / api', end: 'failed' as const, step: 'Prepare the runner' },
      { name: 'agents / docs', end: 'got no runner' as const, step: undefined },
    ]
    expect(toDeathText({ ...dead, jobs })).toMatch(
      /^Not done: the job "agents \/ api" failed at the step "Prepare the runner", the job "agents \/ docs" got no runner\./,
    )
  })

  test('gives the reason of a refusal without mentioning people or closing issues', () => {
    const reason = 'nothing was started:\nissue #1 was edited by @octocat'
    expect(toDeathText({ ...dead, reason })).toMatch(
      /^Nothing was started: issue #\u200b1 was edited by @\u200boctocat/,
    )
  })

  test('says of a cancelled run only that', () => {
    const jobs = [{ name: 'agents / plan', end: 'was cancelled' as const, step: undefined }]
    expect(toDeathText({ ...dead, jobs })).toBe(`Not done: the run was cancelled.\n\n[The run](${page(7)})`)
  })
})

test('jobs of lanes are found by the tasks in their names, and few are named', () => {
  const jobs = ['a → b', 'ab', 'c'].map(name => ({
    name: `agents / ${name}`,
    end: 'failed' as const,
    step: undefined,
  }))
  expect(listJobsOfTask('b', jobs).map(({ name }) => name)).toEqual(['agents / a → b'])
  expect(tryFailedJobsText([...jobs, ...jobs])).toMatch(/, and 3 more jobs$/)
  expect(tryFailedJobsText([])).toBeUndefined()
})

test.each([{ message: 'Server Error' }, { jobs: [{ name: 7 }] }, 'a page', null])(
  'jobs are not named when GitHub answers %j',
  async answer => {
    const github = { get: async () => answer, ask: async () => answer }

    expect(await readFailedJobs(github, { run: 7, runner: undefined })).toEqual([])
  },
)

test('the issues of a plan are found even if the plan is invalid', () => {
  const text =
    'agnet: claude\ntasks:\n  a: { issue: 3 }\n  b: { issue: 4, promt: x }\n  c: { issue: "#5" }\n  d: 7\n'
  expect(listNamedIssues(text, [])).toEqual([3, 4])
  expect(listNamedIssues(text, ['b'])).toEqual([4])
  expect(listNamedIssues(`${text}issues: { answer: false }\n`, [])).toEqual([])
  expect(listNamedIssues('tasks: [', [])).toEqual([])
})
