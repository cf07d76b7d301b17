import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { makeFolder } from '../support/repository.ts'
import { WorkflowJobs } from '../support/workflow-jobs.ts'

const two = {
  a: { script: 'echo a > a.txt', files: ['a.txt'], title: 'First task' },
  b: { script: 'echo b > b.txt', files: ['b.txt'], needs: ['a'] },
}

let laned: Promise<WorkflowJobs> | undefined
let merged: Promise<WorkflowJobs> | undefined

/** After all lanes: they run once, and each test goes on from a copy. */
async function afterLanes(): Promise<WorkflowJobs> {
  laned ??= runLanes()
  return (await laned).copy()
}

async function runLanes(): Promise<WorkflowJobs> {
  const jobs = await WorkflowJobs.start(two, { integration: { test: 'cat a.txt b.txt && echo tests-ran' } })
  expect((await jobs.runLanes()).map(lane => lane.code)).toEqual([0])
  return jobs
}

/** After the merge of what they did. */
async function afterMerge(): Promise<WorkflowJobs> {
  merged ??= mergeLanes()
  return (await merged).copy()
}

async function mergeLanes(): Promise<WorkflowJobs> {
  const jobs = await afterLanes()
  expect((await jobs.step({ command: 'merge' })).code).toBe(0)
  return jobs
}

describe('command: merge', () => {
  test('merges and tests the work of the lanes, and writes nothing to the repository', async () => {
    const jobs = await afterLanes()
    const { code, outputs, summary, log } = await jobs.step({ command: 'merge' })

    expect(code).toBe(0)
    expect(outputs).toMatchObject({ status: 'landed', 'landed-tasks': '["a","b"]', 'failed-tasks': '[]' })
    expect(summary).toContain('landed 2 of 2')
    expect(log).toContain('tests passed')
    expect(jobs.listBranches()).toEqual([])
  })

  test('fails, and merges the rest, when something does not land', async () => {
    const jobs = await WorkflowJobs.start(
      {
        a: { script: 'echo a > words.txt', files: ['words.txt'] },
        b: { script: 'echo b > words.txt', files: ['words.txt'] },
      },
      { overlap: 'warn' },
      { 'words.txt': 'words\n' },
    )
    await jobs.runLanes()
    const { code, outputs, commands } = await jobs.step({ command: 'merge' })

    expect(code).toBe(1)
    expect(outputs).toMatchObject({ 'landed-tasks': '["a"]', 'conflicted-tasks': '["b"]' })
    const errors = commands.filter(({ name }) => name === 'error')
    expect(errors.map(({ properties }) => properties.file)).toContain('words.txt')
  })

  test('starts nothing in a dry run', async () => {
    const jobs = await afterLanes()
    const { code, log } = await jobs.step({ command: 'merge', 'dry-run': 'true' })

    expect(code).toBe(0)
    expect(log).not.toContain('tests passed')
    expect(log).toContain('nothing was started')
  })
})

describe('command: publish', () => {
  test('pushes branches, opens a pull request, and says so in its outputs', async () => {
    const jobs = await afterMerge()
    const { code, outputs, summary, log } = await jobs.step({ command: 'publish' })

    expect(log).not.toContain('testing')
    expect(code).toBe(0)
    expect(jobs.listBranches()).toEqual(['integration', 'tasks/a', 'tasks/b'])
    expect(jobs.show('integration', 'b.txt')).toBe('b')
    expect(outputs).toMatchObject({
      status: 'landed',
      'landed-tasks': '["a","b"]',
      'integration-branch': `agents/${outputs.run}/integration`,
      'pull-request-number': '1',
      'pull-request-url': 'https://github.com/octo/project/pull/1',
    })
    expect(existsSync(outputs.report as string)).toBe(true)
    expect(summary).toContain('https://github.com/octo/project/pull/1')
    expect(summary).toContain('pass the token of an app or of a person')
    expect(jobs.api.pulls[0]?.body).toContain('First task')
    expect(jobs.api.pulls[0]?.comments).toHaveLength(1)
  })

  test('runs nothing of the plan or of the branches, and checks nothing out', async () => {
    const ran = makeFolder('ran')
    const trap = `#!/bin/sh\ntouch ${ran}/hook\n`
    const script = [
      'mkdir -p .githooks sub',
      `printf '%s' '${trap}' > .githooks/pre-push && chmod +x .githooks/pre-push`,
      `printf '* filter=evil merge=evil diff=evil\\n' > .gitattributes`,
      'echo x > sub/x.txt',
    ].join(' && ')
    const jobs = await WorkflowJobs.start(
      { a: { script, files: ['.githooks/**', '**'], setup: `touch ${ran}/setup`, test: 'true' } },
      { integration: { setup: `touch ${ran}/integration-setup`, test: `touch ${ran}/test` } },
    )
    await jobs.runLanes()
    await jobs.step({ command: 'merge' })
    const before = readdirSync(ran)
    for (const name of before) rmSync(join(ran, name))
    const { code } = await jobs.step({ command: 'publish' })

    expect(code).toBe(0)
    expect(before.toSorted()).toEqual(['integration-setup', 'setup', 'test'])
    expect(readdirSync(ran)).toEqual([])
    expect(jobs.clone?.git('status', '--porcelain', '--ignored')).toBe('')
    expect(existsSync(join(jobs.clone?.folder ?? '', 'sub'))).toBe(false)
    expect(jobs.clone?.git('worktree', 'list').split('\n')).toHaveLength(1)
  })

  test('publishes the branches, and fails, when merge never ran', async () => {
    const jobs = await afterLanes()
    const { code, outputs, commands } = await jobs.step({ command: 'publish' })

    expect(code).toBe(1)
    expect(jobs.listBranches()).toEqual(['tasks/a', 'tasks/b'])
    expect(outputs).toMatchObject({
      'landed-tasks': '[]',
      'integration-branch': '',
      'pull-request-number': '',
    })
    expect(commands.findLast(({ name }) => name === 'error')?.text).toContain(
      'no job handed over a tested merge',
    )
  })

  test('says that the run was cancelled, when merge was skipped for that', async () => {
    const jobs = await afterLanes()
    const { code, outputs, commands } = await jobs.step({ command: 'publish', merged: 'skipped' })

    expect(code).toBe(1)
    expect(outputs.status).toBe('cancelled')
    expect(jobs.listBranches()).toEqual(['tasks/a', 'tasks/b'])
    expect(commands.findLast(({ name }) => name === 'error')?.text).toContain('the run was cancelled before')
  })

  test('pushes the branch, and says what to set, when no pull request may be opened', async () => {
    const jobs = await afterMerge()
    const message = 'GitHub Actions is not permitted to create or approve pull requests.'
    jobs.api.fail('POST', /pulls$/, { status: 403, message })
    const { code, outputs, log } = await jobs.step({ command: 'publish' })

    expect(code).toBe(1)
    expect(jobs.listBranches()).toContain('integration')
    expect(outputs).toMatchObject({ status: 'partial', 'pull-request-number': '' })
    expect(log).toContain('Settings → Actions → General')
  })

  test('says in a dry run what it would push', async () => {
    const jobs = await afterMerge()
    const { code, log } = await jobs.step({ command: 'publish', 'dry-run': 'true' })

    expect(code).toBe(0)
    expect(log).toMatch(/refs\/heads\/agents\/\S+\/tasks\/a → [0-9a-f]{40}/)
    expect(log).toContain('nothing was pushed')
    expect(jobs.listBranches()).toEqual([])
    expect(jobs.api.pulls).toEqual([])
  })

  test('lands on the target if the step says so, whatever the inputs of other steps', async () => {
    const jobs = await WorkflowJobs.start(two)
    await jobs.runLanes({ land: 'none' })
    await jobs.step({ command: 'merge' })
    const { code } = await jobs.step({ command: 'publish', land: 'push' })

    expect(code).toBe(0)
    expect(jobs.remote.show('main', 'b.txt')).toBe('b')
    expect(jobs.api.pulls).toEqual([])
  })

  test('publishes what other jobs have pushed, in direct mode', async () => {
    const jobs = await WorkflowJobs.start(two, { integration: { test: 'cat a.txt b.txt' } })
    await jobs.runLanes({ push: 'true' })
    const merged = await jobs.step({ command: 'merge', push: 'true' })
    const { code, outputs } = await jobs.step({ command: 'publish', push: 'true' })

    expect([merged.code, code]).toEqual([0, 0])
    expect(jobs.listBranches()).toEqual(['integration', 'tasks/a', 'tasks/b'])
    expect(outputs['pull-request-number']).toBe('1')
  })

  test('says which input is missing', async () => {
    const jobs = await WorkflowJobs.start(two)
    const { code, log } = await jobs.step({ command: 'publish', run: '' })

    expect(code).toBe(1)
    expect(log).toContain('needs the input `run`')
  })
})
