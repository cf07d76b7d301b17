import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { toObjectId, writeObject } from '../../src/git/objects/objects.ts'
import { updateRefs } from '../../src/git/refs/refs.ts'
import { closeRepository, openRepository } from '../../src/git/repository/open-repository.ts'
import type { Environment } from '../../src/model/plan.ts'
import { runToReport } from '../support/cli.ts'
import { makeGitShim } from '../support/git-shim.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'

/** What a user may do at any time, in the repository that the worktrees belong to. */
const collectGarbage = ({ folder }: TestRepository) => `git -C '${folder}' gc -q --prune=now || exit 1`

const commitAll = (name: string) => `git add -A && git -c user.name=A -c user.email=a@x commit -qm ${name}`

describe('a collection of garbage', () => {
  test('while an agent works leaves it what it started from', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: { script: 'echo a > a.txt' },
      b: { script: 'echo b > b.txt' },
      c: {
        needs: ['a', 'b'],
        setup: 'mkdir gen; echo s > gen/s; echo changed >> README.md',
        script: `${collectGarbage(repository)}; echo c > c.txt && ${commitAll('c')}; ${collectGarbage(repository)}; echo d > d.txt`,
        retries: 0,
      },
    })
    const { status, tasks, integration } = await runToReport(repository)

    expect({ status, reason: tasks.c?.reason }).toEqual({ status: 'landed', reason: null })
    const files = repository.git('ls-tree', '-r', '--name-only', integration.branch as string)
    expect(files.split('\n')).toEqual(['README.md', 'a.txt', 'b.txt', 'c.txt', 'd.txt'])
    expect(repository.show(integration.branch as string, 'README.md')).toBe('# Test')
  })

  test('while the test of a task runs leaves what is tested', async () => {
    const repository = makeRepository()
    writePlan(repository, {
      a: {
        script: 'mkdir sub; echo a > sub/a.txt',
        setup: 'mkdir gen; echo s > gen/s',
        test: `${collectGarbage(repository)}; true`,
      },
    })
    const { status, integration } = await runToReport(repository)

    expect(status).toBe('landed')
    expect(repository.show(integration.branch as string, 'sub/a.txt')).toBe('a')
    expect(repository.git('fsck', '--connectivity-only', '--no-dangling')).toBe('')
  })

  test('while the commits of an agent are imported uses up no attempt', async () => {
    const repository = makeRepository()
    writePlan(repository, { a: { script: `echo a > a.txt; ${commitAll('a')}`, retries: 0 } })
    const shim = {
      pattern: '*unpack-objects*',
      script: 'cat > /dev/null; echo "fatal: failed to write object" >&2; exit 128',
    }
    const { status, tasks } = await runToReport(repository, [], { env: { PATH: makeGitShim(shim) } })

    expect({ status, attempts: tasks.a?.attempts }).toEqual({ status: 'landed', attempts: 1 })
  })

  test('while an object is written leaves it written', async () => {
    const folder = makeFolder('objects')
    let collections = 0
    const collector = setInterval(() => {
      for (const name of readdirSync(folder)) {
        if (collections++ < 5) rmSync(join(folder, name), { recursive: true, force: true })
      }
    }, 0)
    const content = randomBytes(4_000_000)
    try {
      const id = await writeObject({ folder, format: 'sha1', isDurable: true }, 'blob', content)
      expect(id).toBe(toObjectId('sha1', 'blob', content))
      expect(existsSync(join(folder, id.slice(0, 2), id.slice(2)))).toBe(true)
    } finally {
      clearInterval(collector)
    }
  })
})

describe('objects that were deleted since they were written', () => {
  test('are written again when a ref is moved to them', async () => {
    const { folder } = makeRepository()
    const repository = await openRepository(folder, process.env as Environment)
    try {
      const lose = (id: string) => rmSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)))
      const first = await writeObject(repository.store, 'blob', 'first')
      const second = await writeObject(repository.store, 'blob', 'second')
      for (const id of [first, second]) lose(id)
      const update = { ref: 'refs/parallel-agents/x/plan', from: undefined, to: first }

      expect(await updateRefs(repository, [update])).toEqual({ kind: 'updated' })
      const read = await Promise.all([first, second].map(id => repository.objects.readInfo(id)))
      expect(read.map(info => info?.type)).toEqual(['blob', 'blob'])
    } finally {
      closeRepository(repository)
    }
  })
})
