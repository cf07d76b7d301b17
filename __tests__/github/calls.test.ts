import { beforeAll, describe, expect, test } from '@jest/globals'
import { actionFiles, useGitHub, workflowFiles } from './fixtures/fixtures.ts'
import type { WorkflowRun } from './runner/workflow-run.ts'
import type { Repository } from './services/repository.ts'

const github = useGitHub()

let tool: Repository
let caller: Repository

beforeAll(async () => {
  const files = { ...workflowFiles('reusable.yml', 'deeper.yml'), ...actionFiles('greet') }
  tool = await github().createRepository('product/tool', files, { visibility: 'public' })
  await tool.git('tag', 'v1', 'main')
  await tool.commit({ 'later.txt': 'not in v1' })
  caller = await github().createRepository('acme/caller', workflowFiles('caller.yml'), {
    secrets: { MY_KEY: 'key-of-caller', OTHER: 'not passed' },
  })
})

describe('a workflow of another repository', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    run = await (await github().dispatch(caller, 'caller.yml')).done
  })

  test('is called with inputs and secrets by name, and answers with outputs', () => {
    expect(run.conclusions).toEqual({
      first: 'success',
      'call / inner': 'success',
      'call / nested (x) / say': 'success',
      'call / nested (y) / say': 'success',
      last: 'success',
    })
    expect(run.job('call / inner').log).toContain(
      `inputs { "text": "words", "count": 3, "flag": true, "place": "main" }, key 13, other ''`,
    )
    expect(run.job('call / nested (y) / say').log).toContain('word y, key 13')
    expect(run.job('last').log).toContain('answer words from success')
  })

  test("runs in the caller's place, and knows its own commit", async () => {
    const { log } = run.job('call / inner')
    const own = await tool.tryResolve('v1')

    expect(log).toContain('github.workflow Caller of acme/caller by workflow_dispatch')
    expect(log).toContain(`own file product/tool ${own} .github/workflows/reusable.yml@refs/tags/v1`)
    expect(log).toContain("in the caller's workspace")
    expect(log).toContain('post after hello words')
    expect(own).not.toBe(await tool.tryResolve('main'))
  })

  test('has no more permissions than its caller', async () => {
    expect(run.job('call / inner').permissions).toEqual({ contents: 'read' })
    expect(run.job('call / nested (x) / say').permissions).toEqual({ contents: 'read' })
    expect(Object.keys(await caller.refs('refs/heads/'))).toEqual(['refs/heads/main'])
  })

  test('records the concurrency groups', () => {
    expect(run.concurrency).toEqual({ group: `caller-${run.id}`, cancelInProgress: false, queue: 'single' })
    expect(run.job('first').concurrency?.group).toBe('job-refs/heads/main')
  })

  test('is called by a schedule too', async () => {
    const scheduled = await (await github().schedule(caller, 'caller.yml')).done

    expect(scheduled.job('call / inner').log).toContain('"flag": false')
    expect(scheduled.job('last').log).toContain('event 17 3 * * 1')
  })
})

describe('a wrong call', () => {
  async function toError(change: (text: string) => string): Promise<string | undefined> {
    const [[path = '', text = ''] = []] = Object.entries(workflowFiles('caller.yml'))
    const repository = await github().createRepository(`acme/wrong-${github().repositories.size}`, {
      [path]: change(text ?? ''),
    })
    const run = await (await github().dispatch(repository, 'caller.yml')).done
    expect(run.conclusion).toBe('startup_failure')
    expect(run.jobs).toEqual([])
    return run.error
  }

  test('of a workflow that asks for more than its caller has does not start', async () => {
    expect(
      await toError(text => text.replace('permissions: { contents: read }', 'permissions: {}')),
    ).toContain(
      "The nested job 'inner' is requesting 'contents: read', but is only allowed 'contents: none'.",
    )
  })

  test('without a required input or secret, or with an unknown one, does not start', async () => {
    expect(await toError(text => text.replace('text: $', 'txt: $'))).toContain(
      'Invalid input, txt is not defined in the referenced workflow.',
    )
    expect(await toError(text => text.replace(/text: \$\{\{ needs.*\n/, ''))).toContain(
      'Input text is required, but not provided while calling.',
    )
    expect(await toError(text => text.replace(/ {4}secrets:\n.*\n/, ''))).toContain(
      'Secret KEY is required, but not provided while calling.',
    )
  })

  test('of a workflow that is not there does not start', async () => {
    expect(await toError(text => text.replace('@v1', '@v9'))).toContain('workflow was not found')
  })
})

describe('a dispatch', () => {
  test('is refused with inputs that the workflow does not have, or wrong ones', async () => {
    const repository = await github().createRepository(
      'acme/dispatched',
      workflowFiles('matrix.yml', 'reusable.yml'),
    )

    await expect(github().dispatch(repository, 'matrix.yml', { lane: 'x' })).rejects.toThrow(
      'Unexpected inputs provided: ["lane"]',
    )
    await expect(github().dispatch(repository, 'matrix.yml', { 'fail-fast': 'maybe' })).rejects.toThrow(
      'not a boolean',
    )
    await expect(github().dispatch(repository, 'reusable.yml')).rejects.toThrow(
      "does not have 'workflow_dispatch' trigger",
    )
  })
})
