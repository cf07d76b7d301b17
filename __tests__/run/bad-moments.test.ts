import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { afterCall, killedAfterCall } from '../support/git-shim.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

describe('at a bad moment', () => {
  test('a prune of the user takes away what was just written, and it is collected again', async () => {
    const repository = makeRepository()
    const prune = `env -i PATH="$PATH" "$git" -C ${repository.folder} prune --expire=now`
    writePlan(repository, { a: { script: 'mkdir new; echo a > new/a.txt', retries: 0 } })
    const { tasks, integration } = await runToReport(repository, [], {
      env: afterCall('write-tree', 1, prune),
    })

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1 })
    expect(repository.show(integration.branch as string, 'new/a.txt')).toBe('a')
    expect(repository.git('fsck', '--connectivity-only')).not.toContain('missing')
  })

  test('a death while refused changes are reverted repeats neither the attempt nor its number', async () => {
    const repository = makeRepository()
    const script =
      'echo "$PARALLEL_AGENTS_ATTEMPT" >> "$NOTES/attempts"; if [ "$PARALLEL_AGENTS_ATTEMPT" = 1 ]; then echo o > out.txt; else cp "$PARALLEL_AGENTS_PROMPT_FILE" told.txt; fi'
    const NOTES = makeFolder('notes')
    writePlan(repository, { a: { script, files: ['told.txt'], retries: 1 } })
    const dying = killedAfterCall('read-tree --reset -u', 2)
    await runCli(repository.folder, ['run'], { env: { ...dying, NOTES } })
    const { tasks } = await runToReport(repository, [], { env: { NOTES } })

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
    expect(repository.show(tasks.a?.branch as string, 'told.txt')).toContain('outside of your scope: out.txt')
  })

  test('the folder of all checkouts is deleted, and the task continues without a lost attempt', async () => {
    const repository = makeRepository()
    const NOTES = makeFolder('notes')
    const script = [
      `if [ -e "$NOTES/once" ]; then ls > seen.txt; exit 0; fi; touch "$NOTES/once"`,
      'echo a > a.txt; git add -A; git -c user.name=A -c user.email=a@x commit -qm a; rm -rf "$(dirname "$PWD")"; exit 1',
    ].join('\n')
    writePlan(repository, { a: { script, retries: 0 } })
    const { tasks } = await runToReport(repository, [], { env: { NOTES } })

    expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 1 })
    expect(repository.show(tasks.a?.branch as string, 'a.txt')).toBe('a')
  })
})

test('a branch of the user that no program can read stops no task', async () => {
  const repository = makeRepository()
  writeFileSync(join(repository.folder, '.git/refs/heads/broken'), 'garbage\n')
  const script = 'echo a > a.txt; git add -A; git -c user.name=A -c user.email=a@x commit -qm own'
  writePlan(repository, { a: { script } })
  const { tasks, run } = await runToReport(repository)

  expect(tasks.a).toMatchObject({ outcome: 'succeeded', landing: 'landed' })
  repository.git('merge', '-q', `agents/${run}/integration`)
  expect((await runCli(repository.folder, ['clean'])).code).toBe(0)
})
