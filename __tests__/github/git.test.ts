import { beforeAll, describe, expect, test } from '@jest/globals'
import { useGitHub, workflowFiles } from './fixtures/fixtures.ts'
import type { WorkflowRun } from './runner/workflow-run.ts'
import type { Repository } from './services/repository.ts'
import { tryGit } from './services/run-git.ts'

const github = useGitHub()

describe('the permissions of a job', () => {
  let repository: Repository
  let run: WorkflowRun

  beforeAll(async () => {
    repository = await github().createRepository('acme/permissions', workflowFiles('permissions.yml'))
    repository.protectBranch('main')
    run = await (await github().dispatch(repository, 'permissions.yml')).done
  })

  test('decide whether it can check out and push', async () => {
    expect(run.conclusions).toEqual({
      none: 'failure',
      read: 'failure',
      write: 'success',
      unpersisted: 'failure',
    })
    expect(run.job('none').log).toContain('not found')
    expect(run.job('read').log).toContain('Permission to acme/permissions.git denied to github-actions[bot].')
    expect(run.job('read').log).toContain('403')
    expect(Object.keys(await repository.refs('refs/heads/'))).toEqual([
      'refs/heads/from-write',
      'refs/heads/main',
    ])
  })

  test('never include workflow files', () => {
    expect(run.job('write').log).toContain(
      'refusing to allow a GitHub App to create or update workflow `.github/workflows/more.yml` without `workflows` permission',
    )
  })

  test('do not reach protected branches', () => {
    expect(run.job('write').log).toContain('GH006: Protected branch update failed for refs/heads/main.')
  })

  test('are those of a valid token only', () => {
    expect(run.job('write').steps.find(step => step.name === 'Without a token')?.log).toMatch(
      /Authentication failed|401|could not read/,
    )
    expect(run.job('unpersisted').log).toMatch(/could not read Username|Authentication/)
  })

  test('are recorded with every push', async () => {
    const pushes = await repository.pushes()

    expect(pushes.map(({ ref, owner, refusal }) => [ref, owner, refusal !== undefined])).toEqual([
      ['refs/heads/from-write', 'write', false],
      ['refs/heads/with-workflow', 'write', true],
      ['refs/heads/main', 'write', true],
    ])
  })

  test('end with the job', async () => {
    const token = github().tokens.issueForJob(repository.name, { contents: 'write' }, 'a job')
    const url = `${github().serverUrl.replace('//', `//x:${token.secret}@`)}/acme/permissions`
    const before = await tryGit('/', ['ls-remote', url])
    github().tokens.revoke(token.secret)
    const after = await tryGit('/', ['ls-remote', url])

    expect([before.code, after.code]).toEqual([0, 128])
  })
})

describe('actions/checkout', () => {
  test('checks out branches, tags, commits, other repositories, to a depth', async () => {
    const repository = await github().createRepository('acme/checkout', workflowFiles('checkout.yml'))
    const tagged = await repository.tryResolve('main')
    await repository.git('tag', 'v1', 'main')
    await repository.commit({ 'a.txt': 'a' })
    await repository.commit({ 'b.txt': 'b' }, { branch: 'feature' })
    await github().createRepository('acme/library', { 'lib.txt': 'the library\n' }, { visibility: 'public' })
    await github().createRepository('other/private')
    const run = await (await github().dispatch(repository, 'checkout.yml')).done
    const { log, steps } = run.job('checkout')

    expect(run.conclusion).toBe('success')
    expect(log).toContain('branch main, commits 1, header AUTHORIZATION: basic')
    expect(log).toContain('feature feature, commits 3, has origin/feature origin/main')
    expect(log).toContain(`tag at ${tagged}, HEAD detached at v1`)
    expect(log).toContain('the library')
    expect(steps.filter(step => step.outcome === 'failure').map(step => step.log)).toEqual([
      expect.stringContaining('not found'),
      expect.stringContaining("The process 'git' failed with exit code 1"),
    ])
  })
})

describe('the git server', () => {
  test('fails on purpose, as often as it is told to', async () => {
    await github().createRepository('acme/flaky', {}, { visibility: 'public' })
    const list = () => tryGit('/', ['ls-remote', `${github().serverUrl}/acme/flaky`])
    github().faults.add(/acme\/flaky\/info/, 503, 1)

    expect((await list()).stderr).toContain('503')
    expect((await list()).code).toBe(0)
  })

  test('lets everyone read what is public, and only those write who may', async () => {
    const repository = await github().createRepository('acme/open', {}, { visibility: 'public' })
    const reader = github().tokens.issueForPerson('reader', { contents: 'read' })
    const writer = github().tokens.issueForPerson('writer', { contents: 'write' })
    const url = (secret = '') => `${github().serverUrl.replace('//', `//x:${secret}@`)}/acme/open.git`
    const push = async (secret: string) =>
      (await tryGit(repository.folder, ['push', url(secret), 'main:refs/heads/new'])).stderr

    expect((await tryGit('/', ['ls-remote', `${github().serverUrl}/acme/open`])).code).toBe(0)
    expect(await push('wrong')).toMatch(/Authentication failed/)
    expect(await push(reader.secret)).toContain('403')
    expect(await push(writer.secret)).toContain('new branch')
  })
})
