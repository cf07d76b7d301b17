import { describe, expect, test } from '@jest/globals'
import { toAnswerText } from '../../src/commands/comment/answer-comment.ts'
import { choosePlan } from '../../src/commands/comment/choose-plan.ts'
import { toWorkflowRuns, tryRunId } from '../../src/commands/comment/find-run.ts'
import { tryReadCommand } from '../../src/commands/comment/read-command.ts'
import { readEvent } from '../../src/commands/comment/read-event.ts'
import { tryUnclear } from '../../src/commands/comment/unclear-command.ts'
import type { Report } from '../../src/model/report.ts'
import { tryPlanToApprove } from '../../src/report/markdown/plans-to-approve.ts'

describe('a comment', () => {
  test('is a command only if it begins with one', () => {
    expect(tryReadCommand('/agents run')).toEqual({ kind: 'run' })
    expect(tryReadCommand('/agents  stop \n')).toEqual({ kind: 'stop' })
    for (const talk of [
      '> /agents run',
      '```\n/agents run\n```',
      ' /agents run',
      'Say /agents run',
      '/agentsrun',
    ])
      expect(tryReadCommand(talk)).toBeUndefined()
  })

  test('names a task to retry by its id or by its issue, with words of several lines', () => {
    expect(tryReadCommand('/agents retry api use the\r\nold name')).toEqual({
      kind: 'retry',
      task: 'api',
      words: 'use the\nold name',
    })
    expect(tryReadCommand('/agents retry #12')).toEqual({ kind: 'retry', task: 'issue-12', words: '' })
    expect(tryReadCommand('/agents retry')).toEqual({ kind: 'retry', task: undefined, words: '' })
    expect(tryReadCommand('/agents approve api')).toEqual({ kind: 'approve', task: 'api', words: '' })
    expect(tryReadCommand('/agents approve #12 keep it')).toEqual({
      kind: 'approve',
      task: 'issue-12',
      words: 'keep it',
    })
  })

  test('is refused if it has several commands, or more words than an agent gets', () => {
    expect(tryUnclear('/agents approve api\n\nas `/agents retry` would')).toBeUndefined()
    expect(tryUnclear('/agents approve api\r\n/agents approve docs')).toContain('several commands')
    expect(tryUnclear(`/agents approve api ${'ü'.repeat(5000)}`)).toContain('5020 characters')
  })

  test('with an unknown command is answered with its text', () => {
    expect(tryReadCommand('/agents deploy now')).toEqual({ kind: 'unknown', text: 'deploy now' })
    expect(tryReadCommand('/agents retry ../x')).toEqual({ kind: 'unknown', text: 'retry ../x' })
    expect(tryReadCommand('/agents run rm -rf')).toEqual({ kind: 'unknown', text: 'run rm -rf' })
  })
})

function comment(more: object = {}, author: object = { login: 'octocat', type: 'User' }): object {
  return {
    action: 'created',
    comment: { id: 1, body: '/agents run', created_at: '2026-11-20T10:00:00Z', user: author },
    issue: { number: 12 },
    sender: author,
    ...more,
  }
}

describe('an event', () => {
  test('of a comment counts if the comment is new and by a person', () => {
    expect(readEvent('issue_comment', comment(), 'agents')).toMatchObject({
      kind: 'comment',
      comment: { number: 12, isOnPull: false },
    })
    const edited = comment({ action: 'edited' })
    const bots = [comment({}, { login: 'x[bot]' }), comment({}, { login: 'x', type: 'Bot' })]
    for (const payload of [edited, ...bots])
      expect(readEvent('issue_comment', payload, 'agents').kind).toBe('nothing')
  })

  test('of a label, a schedule or a dispatch asks for issues', () => {
    const label = { action: 'labeled', label: { name: 'agents' }, issue: { number: 12 } }
    const ask = (name: string, payload: object) => readEvent(name, payload, 'agents')

    expect(ask('issues', label)).toMatchObject({ query: '12 label:"agents"', number: 12 })
    expect(ask('issues', { ...label, label: { name: 'Agents' } })).toMatchObject({ number: 12 }) // the same for GitHub
    expect(ask('issues', { ...label, label: { name: 'bug' } }).kind).toBe('nothing')
    const close = {
      action: 'closed',
      issue: { number: 3, state_reason: 'completed' },
      sender: { login: 'mona' },
    }
    expect(ask('issues', close)).toEqual({
      kind: 'issues',
      query: 'label:"agents" state:open needs:3',
      by: 'mona',
    })
    expect(ask('issues', { ...close, issue: { number: 3, state_reason: 'duplicate' } }).kind).toBe('nothing')
    expect(ask('schedule', {})).toMatchObject({ query: 'label:"agents" state:open' })
    expect(ask('workflow_dispatch', { inputs: { issues: '7' } })).toMatchObject({ query: '7' })
    expect(ask('workflow_dispatch', { inputs: null })).toMatchObject({ query: 'label:"agents" state:open' })
    expect(ask('repository_dispatch', { client_payload: { issues: '8' } })).toMatchObject({ query: '8' })
    expect(ask('repository_dispatch', { client_payload: { issues: 8 } })).toMatchObject({ query: '8' })
    expect(() => ask('repository_dispatch', { client_payload: { issues: [8, 9] } })).toThrow(
      'the issues of a dispatch are a text, such as "12 14": got [8,9]',
    )
    expect(ask('push', {}).kind).toBe('nothing')
  })
})

describe('a comment that approves a plan', () => {
  const toPlan = (task: string) => ({ id: `id-${task}`, task, title: task, plan: 'First this.' })
  const choose = (waiting: readonly string[], task?: string) =>
    choosePlan({
      task,
      plans: {
        tasks: [{ id: 'a', issue: 12 }, { id: 'b' }, { id: 'c' }],
        waiting: waiting.map(toPlan),
        unplanned: new Map([['c', 'It was not planned']]),
      },
    })

  test('needs no name where only one waits', () => {
    expect(choose(['a'])).toMatchObject({ task: 'a' })
    expect(choose(['a', 'b'], 'b')).toMatchObject({ id: 'id-b' })
    expect(choose(['a', 'b'], 'issue-12')).toMatchObject({ id: 'id-a' })
    expect(choose(['a', 'b'])).toBe(
      'name the task whose plan you approve: `/agents approve a`, `/agents approve b`',
    )
  })

  test('is told what waits, or how a task gets a plan', () => {
    expect(choose(['a'], 'x')).toBe('no plan of `x` waits for approval. Those that do: `/agents approve a`')
    expect(choose(['a'], 'c')).toBe(
      'no plan of `c` waits for approval. It was not planned. Those that do: `/agents approve a`',
    )
    expect(choose([])).toBe('no plan waits for approval. `c`: It was not planned')
  })
})

describe('an answer', () => {
  const page = (run: number) => `https://github.com/octo/project/actions/runs/${run}`
  const id = '20261120-101500-ab12'

  test('keeps the runs of the comment that it replaces, so that they can be stopped and retried', () => {
    const working = toAnswerText({ said: 'An agent works on this.', runUrl: page(1), isWork: true }, '')
    const mistyped = { said: '"dance" is not a command.', isWork: false }
    const first = toAnswerText({ ...mistyped, runUrl: page(2) }, working)
    const second = toAnswerText({ ...mistyped, runUrl: page(3) }, first)
    const published = `Not done.\n\n[The run](${page(1)}), \`${id}\``
    const third = toAnswerText({ ...mistyped, runUrl: page(4) }, published)

    expect(toWorkflowRuns([second])).toEqual([3, 1])
    expect(tryRunId([third])).toBe(id)
  })

  test('keeps the plans that wait for approval, if there is room', () => {
    const parked = { outcome: 'parked', retryAt: null, workPlan: 'First this.' }
    const report = { run: id, tasks: { a: parked, b: parked } } as unknown as Report
    const before = ['a', 'b'].map(task => tryPlanToApprove(report, task)).join('\n\n')
    const answer = { said: 'Resuming.', runUrl: page(2), isWork: true }
    const after = toAnswerText(answer, before)

    expect(after).toMatch(
      /Resuming\.[\s\S]*`\/agents approve a`[\s\S]*`\/agents approve b`[\s\S]*First this\./,
    )
    expect(toAnswerText({ ...answer, said: 'x'.repeat(60_000) }, after)).not.toContain('First this.')
  })

  test('names a limited number of runs', () => {
    const texts = Array.from({ length: 9 }, (_, run) => ({ said: 'Work.', runUrl: page(run), isWork: true }))
    const last = texts.reduce((before, answer) => toAnswerText(answer, before), '')

    expect(toWorkflowRuns([last])).toEqual([8, 7, 6, 5])
  })
})
