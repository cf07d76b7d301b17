import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, exampleFiles, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

const planner =
  'grep -q "in French" "$PARALLEL_AGENTS_PROMPT_FILE" && word=FRENCH || word=FIRST; printf "%s plan\\n~~~~\\n/agents land @octocat #1\\n" $word > "$PARALLEL_AGENTS_ANSWER_FILE"'

const takeFrench = 'grep -o "FRENCH plan" "$PARALLEL_AGENTS_PROMPT_FILE" > b.txt'

function create(
  script = takeFrench,
  more: Readonly<Record<string, unknown>> = {},
  command = planner,
): Promise<Repository> {
  return createCaller(github(), {
    tasks: {
      a: { script: 'echo a > a.txt' },
      b: {
        script,
        'plan-first': { agent: 'planner', approve: true },
        ...more,
      },
    },
    plan: { agents: { planner: { command } }, retries: 0 },
    files: { ...exampleFiles('issues'), '.github/workflows/issue-label.yml': null },
  })
}

async function comment(repository: Repository, number: number, body: string): Promise<WorkflowRun> {
  const [run] = await github().comment(repository, number, body)
  if (run === undefined) throw new Error('no workflow was started')
  return await run.done
}

test('a plan of a lane is shown on the pull request of the rest, changed by a comment, and done when another approves it', async () => {
  const repository = await create()
  const first = await runReused(github(), repository)
  expect(first.jobs.map(({ summary }) => summary).join()).toContain('### Plan of `b`')
  const pull = repository.issues.find(issue => issue.pull !== undefined)
  const number = pull?.number ?? 0
  const own = () =>
    pull?.comments
      .filter(({ login }) => login !== 'octocat')
      .map(({ body }) => body)
      .join('\n') ?? ''
  expect(own()).toContain('Comment `/agents approve b` to approve it')
  expect(own()).toMatch(/~~~~text\nFIRST plan\n~~\n\/agents land @octocat #1\n~~~~/)

  const mistyped = await comment(repository, number, '/agents approve ab')
  expect(mistyped.conclusions).toMatchObject({ read: 'success', retry: 'skipped' })
  expect(own()).toContain('no plan of `ab` waits for approval')
  expect(own()).toMatch(/Those that do: `\/agents approve b`[\s\S]*FIRST plan/) // still there

  const shown = pull?.comments.find(({ login }) => login !== 'octocat')
  if (shown !== undefined) shown.editedAt = new Date(Date.now() + 60_000).toISOString()
  await comment(repository, number, '/agents approve b')
  expect(own()).toContain('the comment with the plan has changed since you wrote')

  const changed = await comment(repository, number, '/agents approve b say it in French')
  expect(changed.conclusions).toMatchObject({ read: 'success', agents: 'skipped' })
  expect(changed.job('retry').concurrency).toEqual({
    group: expect.stringMatching(/^agents-continue-\d{8}-\d{6}-[0-9a-f]{4}$/),
    cancelInProgress: false,
    queue: 'max',
  })
  expect(own()).toContain('FRENCH plan')
  expect(pull?.body).not.toContain('- `b`: asked')

  const approved = await comment(repository, number, '/agents approve') // only one waits
  expect(approved.conclusions).toMatchObject({ read: 'success', agents: 'skipped', retry: 'success' })
  const pulls = repository.issues.filter(issue => issue.pull !== undefined && issue.state === 'open')
  const head = pulls.at(-1)?.pull?.head ?? ''
  expect(await repository.tryRead(head, 'b.txt')).toBe('FRENCH plan\n')
  expect(await repository.tryRead(head, 'a.txt')).toBe('a\n')

  await comment(repository, number, '/agents approve b')
  expect(own()).toMatch(/no plan of `b` waits for approval/)
  expect(own()).not.toContain('~~~~text')

  await comment(repository, number, '/agents land')
  await comment(repository, number, '/agents retry b with more care')
  expect(pull?.state).toBe('closed')
  expect(own()).toMatch(/`\/agents approve b` to approve it[\s\S]*FIRST plan/)
})

test('a job that continued with an approval can be repeated, after a task that failed', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'pa-outside-'))
  const mended = join(outside, 'mended')
  const repository = await create(`echo b > b.txt; test -e ${mended}`)
  await runReused(github(), repository)
  const number = repository.issues.find(issue => issue.pull !== undefined)?.number ?? 0
  const approved = await comment(repository, number, '/agents approve b')
  expect(approved.conclusions).toMatchObject({ retry: 'failure' })
  writeFileSync(mended, '')
  await approved.rerunFailed()

  expect(approved.conclusions).toMatchObject({ retry: 'success' })
  const pulls = repository.issues.filter(issue => issue.pull !== undefined && issue.state === 'open')
  expect(await repository.tryRead(pulls.at(-1)?.pull?.head ?? '', 'b.txt')).toBe('b\n')
  rmSync(outside, { recursive: true })
})

test('a job that has had a plan changed does not have it changed again when it is repeated', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'pa-outside-'))
  const repository = await create('echo b > b.txt', {}, `echo asked >> ${outside}/asked; ${planner}`)
  await runReused(github(), repository)
  const number = repository.issues.find(issue => issue.pull !== undefined)?.number ?? 0
  const changed = await comment(repository, number, '/agents approve b say it in French')
  expect(changed.conclusions).toMatchObject({ retry: 'failure' })
  await changed.rerunFailed()

  expect(readFileSync(join(outside, 'asked'), 'utf8')).toBe('asked\nasked\n')
  const own = repository.requireIssue(number).comments.find(({ login }) => login !== 'octocat')
  expect(own?.body).toContain('FRENCH plan')
  await comment(repository, number, '/agents approve b say it in French')
  expect(readFileSync(join(outside, 'asked'), 'utf8')).toBe('asked\nasked\nasked\n')
  rmSync(outside, { recursive: true })
})

const byHand = `on:
  workflow_dispatch: { inputs: { run: {}, approve: {}, feedback: {} } }
permissions: {}
jobs:
  agents:
    runs-on: ubuntu-latest
    permissions: { contents: write }
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: owner/parallel-agents@v1
        with:
          plan: plan.yml
          push: "true"
          run: \${{ inputs.run }}
          approve: \${{ inputs.approve }}
          feedback: \${{ inputs.feedback }}
`

test('a plan of a run on one runner is changed by the inputs `approve` and `feedback`, not approved', async () => {
  const repository = await create()
  await repository.commit({ '.github/workflows/by-hand.yml': byHand })
  await (await github().dispatch(repository, 'by-hand.yml')).done
  const [ref = ''] = Object.keys(await repository.refs('refs/parallel-agents/'))
  const run = ref.split('/')[2] ?? ''
  const readPlan = () => repository.git('cat-file', 'blob', `refs/parallel-agents/${run}/plans/b`)
  expect(await readPlan()).toContain('FIRST plan')

  const changes = { run, approve: 'b', feedback: 'say it in French' }
  await (await github().dispatch(repository, 'by-hand.yml', changes)).done
  expect(await readPlan()).toContain('FRENCH plan')
  const approved = await (await github().dispatch(repository, 'by-hand.yml', { run, approve: 'b' })).done
  expect(approved.conclusion).toBe('success')
  expect(await repository.tryRead(`agents/${run}/integration`, 'b.txt')).toBe('FRENCH plan\n')
})

test('an approval on the issue of a task needs no name, whatever the task is called', async () => {
  const repository = await create('echo b > b.txt', { issue: 1 })
  github().openIssue(repository, 'B')
  await runReused(github(), repository)
  const told = () => repository.requireIssue(1).comments[0]?.body
  expect(told()).toMatch(/Not started yet[\s\S]*FIRST plan/)

  const approved = await comment(repository, 1, '/agents approve')
  expect(approved.conclusions).toMatchObject({ retry: 'success' })
  expect(told()).toContain('The change is proposed in')
})
