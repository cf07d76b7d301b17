import { describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, exampleFiles } from './caller.ts'
import { useProduct } from './product.ts'

const github = useProduct()

/** Fails until it is told a language. */
const shy =
  'if grep -q "in French" "$PARALLEL_AGENTS_PROMPT_FILE"; then echo bonjour > hello.txt; else exit 1; fi'

/** A repository with an issue, whose plan lands in a way. */
async function createWithIssue(land: string, command: string): Promise<Repository> {
  const plan = { agents: { writer: { command } }, agent: 'writer', retries: 0, integration: { land } }
  const repository = await createCaller(github(), {
    tasks: {},
    files: {
      ...exampleFiles('issues'),
      '.github/workflows/issue-label.yml': null,
      'plan.yml': JSON.stringify({ ...plan, tasks: {} }),
    },
  })
  github().openIssue(repository, 'Greeting', 'Say hello to everyone, please.\n\nfiles: hello.txt')
  return repository
}

async function done(runs: readonly WorkflowRun[]): Promise<WorkflowRun> {
  return await (runs[0] as WorkflowRun).done
}

/** What our one comment says, and what there is besides it. */
async function readOutcome(repository: Repository) {
  const own = repository.requireIssue(1).comments.filter(({ login }) => login !== 'octocat')
  return {
    texts: own.map(({ body }) => body),
    pulls: repository.issues.filter(issue => issue.pull !== undefined).length,
    landed: await repository.tryRead('main', 'hello.txt'),
  }
}

const notLanded =
  /Done, but not landed: the tested result is on the branch `(agents\/\d{8}-\d{6}-\w{4}\/integration)`, and `main` is unchanged \(`land: none`\)\. \[Open a pull request\]\(http.*\/compare\/main\.\.\.agents%2F.*%2Fintegration\?expand=1\) for it\.[\s\S]*\[The run\]/

describe('an issue of a plan with `land: none`', () => {
  test('is told where the result is, and that nothing has landed', async () => {
    const repository = await createWithIssue('none', 'echo hello > hello.txt')
    const run = await done(await github().labelIssue(repository, 1, 'agents'))

    expect(run.conclusion).toBe('success')
    const { texts, ...rest } = await readOutcome(repository)
    expect(rest).toEqual({ pulls: 0, landed: undefined })
    expect(texts).toEqual([expect.stringMatching(notLanded)])
    expect(texts[0]).not.toMatch(/working on this|: started/)
    const branch = notLanded.exec(texts[0] ?? '')?.[1] ?? ''
    expect(await repository.tryRead(branch, 'hello.txt')).toBe('hello\n')
  })

  test('is retried without opening a pull request', async () => {
    const repository = await createWithIssue('none', shy)
    await done(await github().labelIssue(repository, 1, 'agents'))
    expect((await readOutcome(repository)).texts).toEqual([expect.stringContaining('Not done: failed')])
    const run = await done(await github().comment(repository, 1, '/agents retry 1 in French'))

    expect(run.conclusions).toMatchObject({ retry: 'success' })
    const { texts, ...rest } = await readOutcome(repository)
    expect(rest).toEqual({ pulls: 0, landed: undefined })
    expect(texts).toEqual([expect.stringMatching(notLanded)])
  })
})

describe('an issue of a plan with `land: push`', () => {
  test('is retried to the target', async () => {
    const repository = await createWithIssue('push', shy)
    await done(await github().labelIssue(repository, 1, 'agents'))
    const run = await done(await github().comment(repository, 1, '/agents retry 1 in French'))

    expect(run.conclusions).toMatchObject({ retry: 'success' })
    const { texts, ...rest } = await readOutcome(repository)
    expect(rest).toEqual({ pulls: 0, landed: 'bonjour\n' })
    expect(texts).toEqual([expect.stringContaining('Done: it is on `main`.')])
    const reports = await repository.git(
      'for-each-ref',
      '--format=%(refname)',
      'refs/parallel-agents/*/report',
    )
    expect(JSON.parse(await repository.git('cat-file', 'blob', reports))).toMatchObject({
      status: 'landed',
      integration: { land: { mode: 'push', done: true } },
    })
  })

  test('is retried to a target that has moved, with the tests of both', async () => {
    const repository = await createWithIssue('push', shy)
    await done(await github().labelIssue(repository, 1, 'agents'))
    await github().push(repository, { 'other.txt': 'other\n' })
    const run = await done(await github().comment(repository, 1, '/agents retry 1 in French'))

    expect(run.conclusions).toMatchObject({ retry: 'success' })
    expect(await readOutcome(repository)).toMatchObject({ pulls: 0, landed: 'bonjour\n' })
    expect(await repository.tryRead('main', 'other.txt')).toBe('other\n')
  })
})

describe('a pull request whose target has moved', () => {
  test('is merged once `/agents run` has built and tested it again on the target', async () => {
    const repository = await createWithIssue('pull-request', 'echo hello > hello.txt')
    await done(await github().labelIssue(repository, 1, 'agents'))
    const pull = repository.issues.find(issue => issue.pull !== undefined)?.number ?? 0
    await github().push(repository, { 'other.txt': 'other\n' })
    await done(await github().comment(repository, pull, '/agents land'))
    const own = repository.requireIssue(pull).comments.find(({ login }) => login !== 'octocat')
    expect(own?.body).toContain(
      'main has moved since it was tested: `/agents run` rebuilds and tests the result',
    )

    await done(await github().comment(repository, pull, '/agents run'))
    await done(await github().comment(repository, pull, '/agents land'))
    expect(own?.body).toContain('Merged.')
    expect(await readOutcome(repository)).toMatchObject({ pulls: 1, landed: 'hello\n' })
    expect(await repository.tryRead('main', 'other.txt')).toBe('other\n')
  })
})
