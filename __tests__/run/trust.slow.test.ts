import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { readInCheckout } from '../support/checkouts.ts'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

describe('the harness', () => {
  test('runs nothing that an agent configured or planted', async () => {
    const repository = makeRepository()
    const trap = join(makeFolder('trap'), 'sprung')
    const evil = `touch ${trap}`
    const script = [
      `printf '#!/bin/sh\\n${evil}\\n' > evil.sh; chmod +x evil.sh`,
      `git config core.fsmonitor "$PWD/evil.sh"; git config core.hooksPath "$PWD"; cp evil.sh pre-commit; cp evil.sh post-checkout; cp evil.sh reference-transaction`,
      `git config filter.evil.clean "$PWD/evil.sh"; git config filter.evil.smudge "$PWD/evil.sh"; git config diff.external "$PWD/evil.sh"`,
      `git config merge.evil.driver "$PWD/evil.sh"; git config core.sshCommand "$PWD/evil.sh"; git config gc.auto 1`,
      `echo '* filter=evil diff=evil merge=evil' > .gitattributes`,
      `mkdir -p "$(git rev-parse --git-dir)/hooks"; cp evil.sh "$(git rev-parse --git-dir)/hooks/post-index-change"`,
      `git config --global core.fsmonitor "$PWD/evil.sh"`,
    ].join('\n')
    writePlan(repository, {
      a: { script, retries: 0 },
      b: { script: 'echo b > b.txt', needs: ['a'] },
      c: { script: 'echo b > evil.sh', retries: 0 },
    })
    const home = makeFolder('home')
    const report = await runToReport(repository, [], {
      env: { HOME: home, GIT_CONFIG_GLOBAL: join(home, '.gitconfig') },
    })

    expect(report.tasks.a?.outcome).toBe('succeeded')
    expect(report.tasks.b?.landing).toBe('landed')
    expect(existsSync(trap)).toBe(false)
  })

  test('gives agents no way to push, and no refs of the repository to move', async () => {
    const remote = makeRepository()
    remote.git('config', 'receive.denyCurrentBranch', 'ignore')
    const repository = makeRepository()
    repository.git('remote', 'add', 'origin', remote.folder)
    const commit = 'git -c user.name=A -c user.email=a@x commit -qam x'
    writePlan(repository, {
      a: {
        script: `echo x > README.md; ${commit}; git push origin HEAD:main && exit 9; git branch -f main HEAD; git tag mine; git remote get-url origin`,
        retries: 0,
      },
    })
    const head = repository.git('rev-parse', 'main')
    const { tasks } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('succeeded')
    expect(repository.git('rev-parse', 'main')).toBe(head)
    expect(repository.git('tag')).toBe('')
    expect(remote.git('log', '--format=%s', 'main')).toBe('start')
  })

  test('keeps an agent that deletes its .git from reaching the repository above it', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: 'rm -f .git; git status && exit 9; git add -A && exit 9; echo a > a.txt', retries: 0 },
    })
    const { tasks, integration } = await runToReport(repository)

    expect(tasks.a?.outcome).toBe('succeeded')
    expect(repository.show(integration.branch as string, 'a.txt')).toBe('a')
  })

  test('shows agents the branches and tags of the user, and no credentials in the address of a remote', async () => {
    const repository = makeRepository()
    repository.git('tag', 'v1')
    repository.git('branch', 'feature')
    repository.git('remote', 'add', 'origin', 'https://user:secret@example.com/x.git')
    writePlan(repository, {
      a: {
        script:
          'git for-each-ref --format="%(refname)" > refs.txt; git config --list > config.txt; git branch --show-current >> refs.txt',
      },
    })
    const { integration, run } = await runToReport(repository)
    const refs = repository.show(integration.branch as string, 'refs.txt')

    expect(refs.split('\n')).toEqual(
      expect.arrayContaining([
        'refs/heads/main',
        'refs/heads/feature',
        'refs/tags/v1',
        `agents/${run}/tasks/a`,
      ]),
    )
    expect(repository.show(integration.branch as string, 'config.txt')).not.toContain('secret')
  })
})

describe('a filter of the user', () => {
  const fmt = `#!/bin/sh\ntouch "$TRAP"\ncat`

  test('is not run out of a worktree, where the agent has written it', async () => {
    const repository = makeRepository()
    repository.git('config', 'filter.fmt.clean', 'sh ./scripts/fmt.sh')
    const TRAP = join(makeFolder('trap'), 'sprung')
    const script = `mkdir scripts; printf '${fmt.replaceAll('\n', '\\n')}' > scripts/fmt.sh; echo '*.txt filter=fmt' > .gitattributes; echo a > a.txt`
    writePlan(repository, { a: { script } })
    const { status } = await runToReport(repository, [], { env: { TRAP } })

    expect(status).toBe('landed')
    expect(existsSync(TRAP)).toBe(false)
  })

  test('that files go through is refused when it names something in the worktree', async () => {
    const files = { '.gitattributes': '*.txt filter=fmt\n', 'scripts/fmt.sh': 'cat\n' }
    const repository = makeRepository(files)
    writePlan(repository, { a: { script: 'echo a > a.txt' } })
    for (const command of [
      'sh ./scripts/fmt.sh',
      'scripts/fmt.sh %f',
      'env A=1 sh scripts/fmt.sh',
      'cat | "$PWD/x"',
    ]) {
      repository.git('config', 'filter.fmt.smudge', command)
      const { code, stderr } = await runCli(repository.folder, ['run'])

      expect({ command, code }).toEqual({ command, code: 2 })
      expect(stderr).toMatch(/the filter fmt runs something that agents can change .*absolute path/)
    }
  })

  test('runs when its program is elsewhere', async () => {
    const program = join(makeFolder('bin'), 'upper.sh')
    writeFileSync(program, 'tr a-z A-Z\n')
    const filters = { tr: 'tr a-z A-Z', sh: `sh ${program} %f`, sed: 'sed "s/work/WORK/"' }
    const names = Object.keys(filters)
    const attributes = names.map(name => `*.${name} filter=${name}\n`).join('')
    const repository = makeRepository({ '.gitattributes': attributes })
    for (const [name, command] of Object.entries(filters))
      repository.git('config', `filter.${name}.clean`, command)
    writePlan(repository, { a: { script: names.map(name => `echo work > a.${name}`).join('; ') } })
    const { integration } = await runToReport(repository)

    for (const name of names)
      expect([name, repository.show(integration.branch as string, `a.${name}`)]).toEqual([name, 'WORK'])
  })
})

describe('the safety gate', () => {
  const cases: Record<string, [script: string, reason: RegExp]> = {
    'a link out of the tree': [
      'ln -s ../../../etc/passwd link',
      /link is a symlink that points outside the repository/,
    ],
    'an absolute link': ['ln -s /etc/passwd link', /points outside the repository/],
    'a link that climbs after it went down': [
      'mkdir d; ln -s d/../../x link',
      /points outside the repository/,
    ],
    'a link into .git': ['ln -s .git/config link', /is a symlink into .git/],
    'a repository inside': [
      'git init -q sub; cd sub; git -c user.name=A -c user.email=a@x commit -q --allow-empty -m x',
      /sub is a nested git repository/,
    ],
    'a definition of submodules': [
      'printf "[submodule \\"x\\"]\\n" > .gitmodules',
      /\.gitmodules.*would define submodules/,
    ],
    'a file that is too large': [
      'head -c 2000000 /dev/zero > big.bin',
      /big\.bin has 2\.0 MB, more than 1 MB/,
    ],
    'a name that stands for .git': ['mkdir GIT~1 && echo x > GIT~1/config', /GIT~1/],
  }

  describe('in a run of one task for each of these', () => {
    let tasks: Report['tasks']

    beforeAll(async () => {
      const repository = makeRepository({ 'docs/a.md': 'a\n' })
      const hostile = Object.values(cases).map(([script], index) => [`t${index}`, { script, retries: 0 }])
      const links = { script: 'ln -s ../README.md docs/link; ln -s docs/a.md top' }
      const plan = { ...Object.fromEntries(hostile), links }
      writePlan(repository, plan, { 'max-file-megabytes': 1, 'max-parallel': 3 })
      tasks = (await runToReport(repository)).tasks
    })

    for (const [index, [name, [, reason]]] of Object.entries(cases).entries()) {
      test(`refuses ${name}`, () => {
        expect(tasks[`t${index}`]).toMatchObject({ outcome: 'failed', landing: 'none' })
        expect(tasks[`t${index}`]?.reason).toMatch(reason)
      })
    }

    test('lets links inside the tree pass', () => {
      expect(tasks.links?.outcome).toBe('succeeded')
    })
  })

  test('leaves a worktree in place whose content could not be kept', async () => {
    const repository = makeRepository()
    const script =
      'git init -q sub; cd sub; echo precious > file; git add .; git -c user.name=A -c user.email=a@x commit -qm x'
    writePlan(repository, { a: { script, retries: 1 } })
    const { tasks, run } = await runToReport(repository)

    expect(tasks.a?.reason).toContain('its checkout remains at')
    expect(readInCheckout(repository, { run, task: 'a' }, 'sub/file')).toBe('precious\n')
  })
})
