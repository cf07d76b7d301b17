import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, openTestRepository } from '../support/repository.ts'

const simple = { a: { script: 'echo a > a.txt; cat README.md > copy.txt' } }

describe('a repository', () => {
  test('in a folder with spaces and letters that are not ASCII works', async () => {
    const repository = makeRepository(
      { 'ordner ä/datei ö.txt': 'x\n' },
      makeFolder('mit Leerzeichen und ümlaut "quote\''),
    )
    writePlan(
      repository,
      { a: { script: 'echo a > "ordner ä/neu ü.txt"', files: ['ordner ä/**'] } },
      { integration: { test: 'test -f "ordner ä/neu ü.txt"' } },
    )
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(repository.show(integration.branch as string, 'ordner ä/neu ü.txt')).toBe('a')
  })

  test('that is a shallow clone works', async () => {
    const origin = makeRepository()
    for (const number of [1, 2, 3]) {
      origin.write({ 'n.txt': String(number) })
      origin.commit(`commit ${number}`)
    }
    const clone = openTestRepository(makeFolder('shallow'))
    clone.git('clone', '--quiet', '--depth=1', `file://${origin.folder}`, '.')
    writePlan(clone, {
      a: {
        script:
          'git log --format=%s > log.txt; git add .; git -c user.name=A -c user.email=a@x commit -qm in-shallow',
      },
      b: { script: 'touch b', needs: ['a'] },
    })
    const { code, integration } = await runToReport(clone)

    expect(code).toBe(0)
    expect(clone.show(integration.branch as string, 'log.txt')).toBe('commit 3')
  })

  test('with core.autocrlf shows agents the line ends of the user, and commits those of the repository', async () => {
    const repository = makeRepository({ 'text.txt': 'one\ntwo\n' })
    repository.git('config', 'core.autocrlf', 'true')
    writePlan(repository, {
      a: { script: 'grep -c "$(printf "\\r")" text.txt > count.txt; printf "three\\r\\n" >> text.txt' },
    })
    const { integration, tasks } = await runToReport(repository)

    expect(tasks.a?.filesChanged).toBe(2)
    expect(repository.show(integration.branch as string, 'count.txt')).toBe('2')
    expect(repository.git('cat-file', '-p', `${integration.branch}:text.txt`)).toBe('one\ntwo\nthree')
  })

  test('with a submodule works, and leaves its entry alone', async () => {
    const inner = makeRepository({ 'inner.txt': 'inner\n' })
    const repository = makeRepository()
    repository.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      inner.folder,
      'vendor/inner',
    )
    repository.commit('add a submodule')
    writePlan(repository, simple)
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(repository.git('rev-parse', `${integration.branch}:vendor/inner`)).toBe(
      repository.git('rev-parse', 'main:vendor/inner'),
    )
  })

  test('with hooks works, and they do not run for commits of the harness', async () => {
    const repository = makeRepository()
    const trap = join(makeFolder(), 'hook')
    for (const hook of [
      'pre-commit',
      'commit-msg',
      'post-checkout',
      'post-commit',
      'pre-merge-commit',
      'post-merge',
      'reference-transaction',
      'pre-push',
    ]) {
      const path = join(repository.folder, '.git', 'hooks', hook)
      repository.write({ [`.git/hooks/${hook}`]: `#!/bin/sh\necho ${hook} >> ${trap}\nexit 1\n` })
      chmodSync(path, 0o755)
    }
    writePlan(repository, simple, { integration: { land: 'push' } })
    const { code } = await runToReport(repository)

    expect(code).toBe(0)
    expect(existsSync(trap)).toBe(false)
  })

  test('with hooks that were asked for has them decide about commits', async () => {
    const repository = makeRepository()
    repository.write({
      '.git/hooks/pre-commit':
        '#!/bin/sh\nif git diff --cached --name-only | grep -q bad; then echo "no bad files"; exit 1; fi\n',
      '.git/hooks/commit-msg':
        '#!/bin/sh\nprintf "[checked] " | cat - "$1" > "$1.new" && mv "$1.new" "$1"\necho "Change-Id: I1" >> "$1"\n',
    })
    for (const hook of ['pre-commit', 'commit-msg'])
      chmodSync(join(repository.folder, '.git', 'hooks', hook), 0o755)
    writePlan(
      repository,
      {
        good: { script: 'touch good.txt', title: 'Add good' },
        bad: { script: 'touch bad.txt', retries: 0 },
      },
      { hooks: true },
    )
    const { tasks } = await runToReport(repository)

    expect(repository.git('log', '-1', '--format=%s', tasks.good?.branch as string)).toBe(
      '[checked] Add good',
    )
    const trailers = repository.git('log', '-1', '--format=%(trailers)', tasks.good?.branch as string)
    expect(trailers).toMatch(/^Co-Authored-By: .*>\nChange-Id: I1$/m)
    expect(tasks.bad).toMatchObject({ outcome: 'failed' })
    expect(tasks.bad?.reason).toContain('pre-commit')
  })

  test('with files in LFS keeps the pointers, even where git-lfs is not installed', async () => {
    const pointer =
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n'
    const repository = makeRepository({
      '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n',
      'data.bin': pointer,
    })
    writePlan(repository, simple)
    const { code, integration, tasks } = await runToReport(repository)

    expect(code).toBe(0)
    expect(tasks.a?.filesChanged).toBe(2)
    expect(repository.git('rev-parse', `${integration.branch}:data.bin`)).toBe(
      repository.git('rev-parse', 'main:data.bin'),
    )
  })

  test('with a filter of the user applies it to what agents see and write', async () => {
    const repository = makeRepository({ '.gitattributes': '*.up filter=case\n' })
    repository.git('config', 'filter.case.clean', 'tr a-z A-Z')
    repository.git('config', 'filter.case.smudge', 'tr A-Z a-z')
    repository.write({ 'x.up': 'hello\n' })
    repository.commit('filtered')
    writePlan(repository, { a: { script: 'cat x.up > seen.txt; echo more >> x.up' } })
    const { integration } = await runToReport(repository)

    expect(repository.show(integration.branch as string, 'seen.txt')).toBe('hello')
    expect(repository.show(integration.branch as string, 'x.up')).toBe('HELLO\nMORE')
  })

  test('without a commit is refused, with what to do', async () => {
    const repository = openTestRepository(makeFolder('unborn'))
    repository.git('init', '--quiet')
    writePlan(repository, simple)
    const { code, stderr } = await runCli(repository.folder, ['run'])

    expect(code).toBe(2)
    expect(stderr).toContain('git commit --allow-empty')
  })

  test('with a detached HEAD is refused, unless the plan names a target', async () => {
    const repository = makeRepository()
    repository.git('checkout', '--quiet', '--detach')
    writePlan(repository, simple)
    const refused = await runCli(repository.folder, ['run'])
    const { stdout } = await runCli(repository.folder, ['plan'])
    writePlan(repository, simple, { target: 'main' })

    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('name the `target:` in the plan')
    expect(stdout).toContain('`run` would refuse to start: no branch is checked out')
    expect((await runToReport(repository)).code).toBe(0)
  })

  test('with a dirty checkout has it left alone, and says what agents start from', async () => {
    const repository = makeRepository({ 'x.txt': 'committed\n' })
    repository.write({ 'x.txt': 'dirty\n' })
    writePlan(repository, { a: { script: 'cp x.txt seen.txt' } })
    const { integration, stderr } = await runToReport(repository)

    expect(repository.show(integration.branch as string, 'seen.txt')).toBe('committed')
    expect(repository.read('x.txt')).toBe('dirty\n')
    expect(stderr).toContain('you have uncommitted changes')
  })

  test('that is a linked worktree of another works', async () => {
    const main = makeRepository()
    const linked = join(makeFolder('linked'), 'feature')
    main.git('worktree', 'add', '--quiet', '-b', 'feature', linked)
    const repository = openTestRepository(linked)
    writePlan(repository, simple)
    const { code, target } = await runToReport(repository)

    expect(code).toBe(0)
    expect(target).toBe('feature')
    expect(repository.git('status', '--porcelain')).toBe('?? plan.yml')
    expect(main.git('status', '--porcelain')).toBe('')
  })

  test('that uses sha256 works', async () => {
    const repository = openTestRepository(makeFolder('sha256'))
    repository.git('init', '--quiet', '--object-format=sha256', '--initial-branch=main')
    repository.git('config', 'user.name', 'T')
    repository.git('config', 'user.email', 't@x')
    repository.write({ 'README.md': 'x\n' })
    repository.commit('start')
    writePlan(repository, {
      ...simple,
      b: { script: 'git add -A; touch b; git add b; git commit -qm x', needs: ['a'] },
    })
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(integration.commit).toHaveLength(64)
    expect(repository.git('fsck', '--no-dangling', '--strict')).toBe('')
  })

  test('that borrows its objects from another works', async () => {
    const origin = makeRepository()
    const repository = openTestRepository(makeFolder('shared'))
    repository.git('clone', '--quiet', '--shared', origin.folder, '.')
    writePlan(repository, simple)

    expect((await runToReport(repository)).code).toBe(0)
  })

  test('that is bare, or no repository at all, is refused', async () => {
    const folder = makeFolder('none')
    const none = await runCli(folder, ['run'])
    openTestRepository(folder).git('init', '--quiet', '--bare')
    const bare = await runCli(folder, ['run'])

    expect([none.code, bare.code]).toEqual([2, 2])
    expect(none.stderr).toContain('is not in a git repository')
    expect(bare.stderr).toContain('is a bare repository')
  })

  test('that has a branch named agents is refused before any agent starts', async () => {
    const repository = makeRepository()
    repository.git('branch', 'agents')
    writePlan(repository, simple)
    const refused = await runCli(repository.folder, ['run'])
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('"git branch -m agents')])
    repository.git('branch', '-m', 'agents', 'mine')

    expect((await runToReport(repository)).code).toBe(0)
  })

  test('that is a partial clone is refused until its files are there', async () => {
    const origin = makeRepository()
    origin.git('config', 'uploadpack.allowFilter', 'true')
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
    const repository = openTestRepository(makeFolder('partial'))
    repository.git('clone', '-q', '--filter=blob:none', '--no-checkout', `file://${origin.folder}`, '.')
    writePlan(repository, simple)
    const refused = await runCli(repository.folder, ['run'])

    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('this partial clone lacks 1 file of main')
    const advice = /fetch them with "git (.*?)"/.exec(refused.stderr)?.[1] ?? ''
    repository.git(...advice.split(' '))
    expect((await runToReport(repository)).code).toBe(0)
  })

  test('is intact after a run', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      ...simple,
      b: { script: 'git rm -q README.md; git -c user.name=A -c user.email=a@x commit -qm x', needs: ['a'] },
    })
    await runToReport(repository)

    expect(repository.git('fsck', '--no-dangling', '--strict', '--full')).toBe('')
  })
})
