import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runCli, runToReport, startCli, untilClosed } from '../support/cli.ts'
import { killedAfterCall } from '../support/git-shim.ts'
import { writePlan } from '../support/plan.ts'
import { makeRemote } from '../support/remote.ts'
import { makeFolder, makeRepository, openTestRepository, type TestRepository } from '../support/repository.ts'
import { until } from '../support/until.ts'

const push = { integration: { land: 'push', test: 'true' } }

describe('land: push', () => {
  test('moves the target and the checkout that has it', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, push)
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(integration.land).toMatchObject({ mode: 'push', done: true })
    expect(repository.git('rev-parse', 'main')).toBe(integration.commit)
    expect(repository.read('a.txt')).toBe('a\n')
    expect(repository.git('status', '--porcelain')).toBe('?? plan.yml')
  })

  test('never moves a target that is checked out with uncommitted changes', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, push)
    const head = repository.git('rev-parse', 'main')
    repository.write({ 'README.md': 'mine\n' })
    const { code, tasks, integration } = await runToReport(repository)

    expect(code).toBe(1)
    expect(tasks.a?.landing).toBe('landed')
    expect(integration.land).toMatchObject({ done: false })
    expect(integration.land.message).toContain('main is checked out with uncommitted changes')
    expect(repository.git('rev-parse', 'main')).toBe(head)
    expect(repository.read('README.md')).toBe('mine\n')
  })

  test.each([
    ['a file', { 'own.env': 'precious\n' }, 'echo agent > own.env; git add -f own.env', 'own.env'],
    ['a folder', { 'own.env/key': 'precious\n' }, 'echo agent > own.env; git add -f own.env', 'own.env/key'],
    [
      'a file that must be a folder',
      { 'own.env': 'precious\n' },
      'mkdir own.env; echo agent > own.env/f; git add -f own.env/f',
      'own.env',
    ],
  ])('overwrites nothing that git ignores: %s', async (_, files, script, path) => {
    const repository = makeRepository({ '.gitignore': '*.env\nplan.yml\n' })
    repository.write(files)
    const commit = 'git -c user.name=A -c user.email=a@x commit -qm a'
    writePlan(repository, { a: { script: `${script} && ${commit}` } }, push)
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(1)
    expect(integration.land.message).toContain(`${path} in ${repository.folder} would be overwritten`)
    expect(repository.read(path)).toBe('precious\n')
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  test('reports a remote that is gone, and keeps the tested result', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    writePlan(
      repository,
      { a: { script: `echo a > a.txt; mv ${remote.folder} ${remote.folder}-gone` } },
      push,
    )
    const { code, tasks, integration } = await runToReport(repository)

    expect(code).toBe(1)
    expect(tasks.a?.landing).toBe('landed')
    expect(integration.land.done).toBe(false)
    expect(integration.land.message).toContain('origin')
    expect(repository.show(integration.branch as string, 'a.txt')).toBe('a')
  })

  test('says what to do where the remote cannot be reached at the start', async () => {
    const repository = makeRepository()
    repository.git('remote', 'add', 'origin', `${repository.folder}-none`)
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, push)
    const { code, stderr } = await runCli(repository.folder, ['run'])

    expect(code).toBe(2)
    expect(stderr).toContain('origin cannot be reached')
    expect(stderr).toContain('or write `land: none`')
  })

  test('says that the branch of the remote was created', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    repository.git('switch', '--quiet', '--create', 'topic')
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, push)
    const { integration } = await runToReport(repository)

    expect(integration.land.message).toBe(
      'origin/topic, which did not exist, was created at the tested result',
    )
    expect(remote.git('rev-parse', 'topic')).toBe(integration.commit)
  })

  test('does not overwrite an untracked file', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'echo theirs > a.txt' } }, push)
    repository.write({ 'a.txt': 'mine\n' })
    const { integration } = await runToReport(repository)

    expect(integration.land.done).toBe(false)
    expect(repository.read('a.txt')).toBe('mine\n')
    expect(repository.git('status', '--porcelain')).toContain('?? a.txt')
  })

  test('moves a target that is not checked out', async () => {
    const repository = makeRepository()
    repository.git('branch', 'release')
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, { target: 'release', ...push })
    const { code, integration, base } = await runToReport(repository)

    expect(code).toBe(0)
    expect(repository.git('rev-parse', 'release')).toBe(integration.commit)
    expect(repository.git('rev-parse', 'main')).toBe(base)
  })

  test('merges and tests again on a target that has moved meanwhile', async () => {
    const repository = makeRepository()
    const move = `git -C "${repository.folder}" -c user.name=U -c user.email=u@x commit -q --allow-empty -m meanwhile`
    writePlan(repository, { a: { script: `echo a > a.txt; ${move}` } }, push)
    const { code, integration, base } = await runToReport(repository)

    expect(code).toBe(0)
    expect(integration.testRuns).toBe(1)
    expect(repository.git('log', '--format=%s', '--first-parent', 'main').split('\n')).toEqual([
      'Merge task a',
      'meanwhile',
      'start',
    ])
    expect(repository.git('rev-parse', 'main~2')).toBe(base)
  })

  test('tests the merge with the moved target, and does not land when that fails', async () => {
    const repository = makeRepository()
    const move = `cd "${repository.folder}"; echo x > breaks.txt; git add breaks.txt; git -c user.name=U -c user.email=u@x commit -qm breaks`
    writePlan(
      repository,
      { a: { script: `echo a > a.txt; (${move})` } },
      { integration: { land: 'push', test: '! [ -f a.txt -a -f breaks.txt ]' } },
    )
    const { code, tasks } = await runToReport(repository)

    expect(code).toBe(1)
    expect(tasks.a?.landing).toBe('evicted')
    expect(repository.git('log', '-1', '--format=%s', 'main')).toBe('breaks')
  })

  test('pushes to the remote first, reads it back, and moves the local branch after it', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, push)
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(integration.land.message).toBe('origin/main now points to the tested result')
    expect(remote.git('rev-parse', 'main')).toBe(integration.commit)
    expect(repository.git('rev-parse', 'main')).toBe(integration.commit)
  })

  test('builds on what others have pushed meanwhile', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    const other = openTestRepository(makeFolder('other'))
    other.git('clone', '--quiet', remote.folder, '.')
    other.write({ 'other.txt': 'other\n' })
    other.git('-c', 'user.name=O', '-c', 'user.email=o@x', 'add', '--all')
    other.git('-c', 'user.name=O', '-c', 'user.email=o@x', 'commit', '--quiet', '-m', 'by others')
    other.git('push', '--quiet', 'origin', 'main')
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, push)
    const { code } = await runToReport(repository)

    expect(code).toBe(0)
    expect(remote.git('ls-tree', '--name-only', 'main').split('\n')).toEqual([
      'README.md',
      'a.txt',
      'other.txt',
    ])
  })

  test('says what the server said when it refuses the push', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    remote.write({ 'hooks/pre-receive': '#!/bin/sh\necho "main is protected here" >&2\nexit 1\n' })
    remote.git('-c', `alias.x=!chmod +x ${remote.folder}/hooks/pre-receive`, 'x')
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, push)
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(1)
    expect(integration.land.done).toBe(false)
    expect(integration.land.message).toMatch(/refused.*(protected|declined|pre-receive)/)
    expect(repository.git('log', '--format=%s', 'main')).toBe('start')
  })

  /** Presses Ctrl-C while a server is busy with a push, and answers with the report. */
  async function interruptPush(repository: TestRepository, remote: TestRepository, hook: string) {
    const started = join(makeFolder('notes'), 'started')
    remote.write({ 'hooks/pre-receive': `#!/bin/sh\ntouch ${started}\nsleep 1\n${hook}\n` })
    chmodSync(join(remote.folder, 'hooks/pre-receive'), 0o755)
    writePlan(repository, { a: { script: 'echo a > a.txt' } }, push)
    const child = startCli(repository.folder, ['run', '--json'])
    const closed = untilClosed(child)
    await until(() => existsSync(started))
    child.kill('SIGINT')
    const { code, stdout } = await closed
    return { ...(JSON.parse(stdout) as Report), code }
  }

  test('has landed when Ctrl-C comes while the server takes the push', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    const { code, status, integration } = await interruptPush(repository, remote, 'exit 0')

    expect([code, status]).toEqual([0, 'landed'])
    expect(remote.git('rev-parse', 'main')).toBe(integration.commit)
  })

  test('can continue when Ctrl-C comes while the server refuses the push', async () => {
    const repository = makeRepository()
    const remote = makeRemote(repository)
    const stopped = await interruptPush(repository, remote, 'exit 1')

    expect([stopped.code, stopped.status, stopped.tasks.a?.landing]).toEqual([130, 'cancelled', 'held'])
    expect(stopped.integration).toMatchObject({ branch: null, commit: null })
    expect(stopped.integration.land.message).toContain('the push was refused')
    rmSync(join(remote.folder, 'hooks/pre-receive'))
    const { run, status } = await runToReport(repository)
    expect([run, status]).toEqual([stopped.run, 'landed'])
  })

  for (const next of [['run'], ['run', 'other.yml']]) {
    test(`takes the checkout back when it was cut off before the branch had moved (next: ${next.join(' ')})`, async () => {
      const repository = makeRepository()
      writePlan(repository, { b: { script: 'echo b > b.txt' } }, { name: 'Other', ...push })
      repository.write({ 'other.yml': repository.read('plan.yml') })
      writePlan(repository, { a: { script: 'echo a > a.txt' } }, push)
      const died = await runCli(repository.folder, ['run'], { env: killedAfterCall('read-tree -m -u') })
      expect([died.code, repository.git('diff', '--cached', '--name-only')]).toEqual([null, 'a.txt'])
      const { code, stderr } = await runCli(repository.folder, next)

      expect([code, stderr]).toEqual([0, expect.stringContaining('is back at')])
      expect(repository.git('log', '--first-parent', '--format=%s', 'main').split('\n')).toHaveLength(2)
      expect(repository.git('status', '--porcelain', '--untracked-files=no')).toBe('')
    })
  }

  test('refuses to land when an agent has changed the configuration of git', async () => {
    const repository = makeRepository()
    writePlan(
      repository,
      { a: { script: `echo a > a.txt; git -C "${repository.folder}" config core.sshCommand evil` } },
      push,
    )
    const { integration } = await runToReport(repository)

    expect(integration.land.done).toBe(false)
    expect(integration.land.message).toContain('core.sshcommand')
    expect(repository.git('log', '--format=%s', 'main')).toBe('start')
  })

  test('can be done later, with merge --land push', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: 'echo a > a.txt' } })
    await runToReport(repository)
    const { code, stdout } = await runCli(repository.folder, ['merge', '--land', 'push'])

    expect(stdout).toContain('landed 1 of 1 on main')
    expect(code).toBe(0)
    expect(repository.read('a.txt')).toBe('a\n')
  })
})

describe('a target that was rewritten', () => {
  test('does not restore removed commits', async () => {
    const repository = makeRepository()
    repository.write({ 'secret.txt': 'x' })
    repository.commit('oops, a secret')
    writePlan(repository, { a: { script: 'echo a > a.txt' } })
    await runToReport(repository)
    repository.git('reset', '--quiet', '--hard', 'HEAD~1')
    const head = repository.git('rev-parse', 'main')
    const merged = await runCli(repository.folder, ['merge'])
    const { stdout } = await runCli(repository.folder, ['merge', '--land', 'push', '--json'])
    const report = JSON.parse(stdout) as Report

    expect(merged.stdout).toContain('main no longer contains')
    expect(merged.stdout).toContain('run <plan> --new')
    expect(merged.stdout).not.toMatch(/git merge|--land push/)
    expect(report.integration.land).toMatchObject({ done: false, obsolete: true })
    expect(report.integration.land.message).toContain('would bring back "oops, a secret"')
    expect(repository.git('rev-parse', 'main')).toBe(head)
  })

  test('does not restore removed commits from a remote that still has them', async () => {
    const repository = makeRepository()
    repository.write({ 'secret.txt': 'x' })
    repository.commit('oops, a secret')
    const remote = makeRemote(repository)
    const takeOff = `git -C ${repository.folder} reset -q --hard main~1`
    writePlan(repository, { a: { script: `${takeOff}; echo a > a.txt` } }, push)
    const { integration } = await runToReport(repository)

    expect(integration.land.message).toMatch(/^main no longer contains .*"oops, a secret"/)
    expect(repository.git('log', '-1', '--format=%s', 'main')).toBe('start')
    expect(remote.git('log', '-1', '--format=%s', 'main')).toBe('oops, a secret')
  })

  test('does not restore commits that were removed at the remote', async () => {
    const repository = makeRepository()
    repository.write({ 'secret.txt': 'x' })
    repository.commit('oops, a secret')
    const remote = makeRemote(repository)
    const takeOff = `git -C ${remote.folder} update-ref refs/heads/main main~1`
    writePlan(repository, { a: { script: `echo a > a.txt; ${takeOff}` } }, push)
    const { integration } = await runToReport(repository)

    expect(integration.land).toMatchObject({ done: false })
    expect(integration.land.message).toContain('origin/main no longer contains')
    expect(remote.git('log', '-1', '--format=%s', 'main')).toBe('start')
  })
})

test('a target that is behind its upstream is named before agents start', async () => {
  const repository = makeRepository()
  repository.commit('newer')
  makeRemote(repository)
  repository.git('reset', '--quiet', '--hard', 'HEAD~1')
  writePlan(repository, { a: { script: 'echo a > a.txt' } })
  const { stderr } = await runToReport(repository)

  expect(stderr).toContain('main is 1 commit behind origin/main')
})
