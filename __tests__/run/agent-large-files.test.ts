import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

test('What an agent has put into Git LFS is kept, and nothing that is not what its name says', async () => {
  const repository = makeRepository()
  const id = createHash('sha256').update('large\n').digest('hex')
  const wrong = id.replace(/^../, 'ff')
  const script = [
    'store="$(git rev-parse --git-dir)/lfs/objects"',
    `mkdir -p $store/${id.slice(0, 2)}/${id.slice(2, 4)} $store/ff/${wrong.slice(2, 4)}`,
    `echo large > $store/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}; echo forged > $store/ff/${wrong.slice(2, 4)}/${wrong}`,
    'echo a > a.txt',
  ].join('\n')
  writePlan(repository, { a: { script } })
  const { status } = await runToReport(repository)

  const stored = (name: string) =>
    join(repository.folder, '.git/lfs/objects', name.slice(0, 2), name.slice(2, 4), name)
  expect(status).toBe('landed')
  expect(readFileSync(stored(id), 'utf8')).toBe('large\n')
  expect(existsSync(stored(wrong))).toBe(false)
})

test('An agent can read what the repository has in Git LFS, as git-lfs finds it', async () => {
  const repository = makeRepository()
  repository.write({ '.git/lfs/objects/aa/bb/aabb': 'large\n' })
  const script =
    'objects="$(cat "$(git rev-parse --git-dir)/objects/info/alternates")"; cat "$objects/../lfs/objects/aa/bb/aabb" > a.txt'
  writePlan(repository, { a: { script } })
  const { integration } = await runToReport(repository)

  expect(repository.show(integration.branch as string, 'a.txt')).toBe('large')
})
