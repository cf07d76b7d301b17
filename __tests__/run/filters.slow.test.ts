import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRemote } from '../support/remote.ts'
import { makeFolder, makeRepository, openTestRepository } from '../support/repository.ts'

const secret = 'W=SEC; echo "my $W"RET > '

describe('what the user has configured for files', () => {
  test('counts in every commit of the result, wherever it is configured', async () => {
    const global = openTestRepository(makeFolder('home'))
    global.write({
      attributes: '*.global filter=strip\n*.crlf text\n*.id ident\n*.u16 working-tree-encoding=UTF-16LE\n',
    })
    const repository = makeRepository({ '.gitattributes': '*.tree filter=strip\n' })
    repository.git('config', 'core.attributesFile', join(global.folder, 'attributes'))
    repository.git('config', 'filter.strip.clean', 'sed s/SECRET/x/')
    repository.git('config', 'filter.strip.required', 'true')
    repository.write({ '.git/info/attributes': '*.own filter=strip\n' })
    const commit = 'git add --all; git commit --quiet --message mine'
    writePlan(repository, {
      tree: { script: `${secret} a.tree; ${commit}; echo more > b.txt` },
      own: { script: `${secret} a.own; ${commit}; echo more > c.txt` },
      global: { script: `${secret} a.global; ${commit}; echo more > d.txt` },
      around: {
        script: `${secret} e.tree; git config filter.strip.clean cat; ${commit}; echo more >> e.tree`,
      },
      text: {
        script: `printf 'a\\r\\nb\\r\\n' > a.crlf; echo '$Id: mine $' > a.id; printf 'h\\0i\\0' > a.u16; ${commit}`,
      },
    })
    const { code, tasks, integration } = await runToReport(repository)
    const log = repository.git('log', '--patch', `main..${integration.branch}`)

    expect(code).toBe(0)
    expect(log).toContain('+my x')
    expect(log).not.toContain('SECRET')
    const stored = (path: string) => repository.show(tasks.text?.commit as string, path)
    expect([stored('a.crlf'), stored('a.id'), stored('a.u16')]).toEqual(['a\nb', '$Id$', 'hi'])
  })

  test('stops only tasks that touch files of a filter whose program is not installed', async () => {
    const repository = makeRepository({ '.gitattributes': '*.bin filter=gone\n', 'old.bin': 'stored\n' })
    for (const key of ['clean', 'smudge'])
      repository.git('config', `filter.gone.${key}`, 'no-such-program %f')
    repository.git('config', 'filter.gone.required', 'true')
    repository.write({ 'old.bin': 'stored\n' }) // git looks at its content again
    writePlan(repository, {
      other: { script: 'cat old.bin > seen.txt; git mv old.bin moved.bin', retries: 0 },
      touches: { script: 'echo new > new.bin', retries: 0 },
    })
    const { tasks, integration, stderr } = await runToReport(repository)

    expect(stderr).toContain('no-such-program is not installed')
    expect(tasks.other).toMatchObject({ landing: 'landed' })
    expect(repository.show(integration.branch as string, 'seen.txt')).toBe('stored')
    expect(tasks.touches?.reason).toBe(
      'new.bin must go through the filter gone, and no-such-program is not installed',
    )
  })

  test('does not keep agents from commits where a missing filter is in the configuration of the user', async () => {
    const repository = makeRepository({ '.gitattributes': '*.bin filter=gone\n', 'old.bin': 'stored\n' })
    const home = openTestRepository(makeFolder('home'))
    home.write({ '.gitconfig': '[filter "gone"]\n\tclean = no-such-program\n\trequired = true\n' })
    const script = 'touch old.bin; echo new > new.txt; git add --all && git commit --quiet --message mine'
    writePlan(repository, { own: { script, retries: 0 } }, { sandbox: 'none' })
    const { tasks } = await runToReport(repository, [], { env: { HOME: home.folder } })

    expect(tasks.own).toMatchObject({ landing: 'landed', reason: null })
  })
})

describe('hooks: true', () => {
  test('commits what the hook has staged, if it passes the gates', async () => {
    const repository = makeRepository()
    const hook = `#!/bin/sh
for f in $(git diff --cached --name-only); do tr a-z A-Z < $f > $f.tmp && mv $f.tmp $f && git add $f; done
[ ! -f b.txt ] || { echo x > extra.txt; git add extra.txt; }
[ ! -f c.txt ] || { echo "$OWN_TOKEN" > c.txt; git add c.txt; }
`
    repository.write({ '.git/hooks/pre-commit': hook })
    chmodSync(join(repository.folder, '.git/hooks/pre-commit'), 0o755)
    writePlan(
      repository,
      {
        a: { script: 'echo lower > a.txt', files: ['a.txt'], retries: 0 },
        b: { script: 'echo lower > b.txt', files: ['b.txt'], retries: 0 },
        c: { script: 'echo lower > c.txt', files: ['c.txt'], retries: 0 },
      },
      { hooks: true },
    )
    const { tasks } = await runToReport(repository, [], { env: { OWN_TOKEN: 'correct-horse-battery' } })

    expect(repository.show(tasks.a?.commit as string, 'a.txt')).toBe('LOWER')
    expect(tasks.b).toMatchObject({ outcome: 'out-of-scope' })
    expect(tasks.b?.reason).toContain('after the commit hooks, outside its scope: extra.txt')
    expect(tasks.c?.reason).toContain(
      'after the commit hooks, a secret would be published: c.txt:1 (the value of OWN_TOKEN)',
    )
  })
})

const hasLfs = (() => {
  try {
    execFileSync('git', ['lfs', 'version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const withLfs = hasLfs ? test : test.skip

describe('files in Git LFS', () => {
  withLfs('are uploaded before pointers to them are pushed', async () => {
    const repository = makeRepository()
    repository.git('lfs', 'install', '--local')
    repository.git('lfs', 'track', '*.bin')
    repository.commit('large files')
    const remote = makeRemote(repository)
    repository.git('remote', 'set-url', 'origin', `file://${remote.folder}`)
    writePlan(
      repository,
      { a: { script: 'echo big > new.bin; git add .; git commit --quiet --message mine' } },
      { integration: { land: 'push' } },
    )
    const { integration } = await runToReport(repository)
    const pointer = remote.show('main', 'new.bin')
    const id = /oid sha256:([0-9a-f]+)/.exec(pointer)?.[1] as string

    expect(integration.land).toMatchObject({ done: true })
    const objects = readdirSync(join(remote.folder, 'lfs', 'objects'), { recursive: true })
    expect(objects).toContainEqual(expect.stringContaining(id))
  })
})
